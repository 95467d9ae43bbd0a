package dev.holdfast.checker.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A modelled type.
 *
 * @param qualifiedName its canonical name, a nested type as {@code pkg.Outer.Nested}
 * @param annotations what it declares, in the order written
 * @param methods its methods and constructors, in the order written
 * @param fields its fields, in the order written
 */
public record ModelType(
    String qualifiedName,
    List<ModelAnnotation> annotations,
    List<ModelMethod> methods,
    List<ModelField> fields) {
  /** Copies the lists. */
  public ModelType {
    annotations = List.copyOf(annotations);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
  }

  /**
   * This model with another one laid over it. A method or field of the other replaces the one of
   * the same signature or name; a type annotation of the other replaces all of the same annotation
   * type.
   */
  ModelType overlaidWith(ModelType other) {
    Map<String, ModelMethod> mergedMethods = new LinkedHashMap<>();
    methods.forEach(method -> mergedMethods.put(method.signature(), method));
    other.methods.forEach(method -> mergedMethods.put(method.signature(), method));
    Map<String, ModelField> mergedFields = new LinkedHashMap<>();
    fields.forEach(field -> mergedFields.put(field.name(), field));
    other.fields.forEach(field -> mergedFields.put(field.name(), field));
    List<String> replaced = other.annotations.stream().map(ModelAnnotation::name).toList();
    List<ModelAnnotation> mergedAnnotations = new ArrayList<>(annotations);
    mergedAnnotations.removeIf(annotation -> replaced.contains(annotation.name()));
    mergedAnnotations.addAll(other.annotations);
    return new ModelType(
        qualifiedName,
        mergedAnnotations,
        List.copyOf(mergedMethods.values()),
        List.copyOf(mergedFields.values()));
  }
}
