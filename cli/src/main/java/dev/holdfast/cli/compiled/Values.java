package dev.holdfast.cli.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What one annotation was given.
 *
 * @param element its type
 * @param given the elements that were written, lists throughout
 */
record Values(TypeElement element, Map<String, List<Object>> given) {

  /** The annotation, or those that it contains as the container of a repeated one. */
  static List<Values> flattened(AnnotationMirror mirror) {
    Map<String, List<Object>> given = new TreeMap<>();
    mirror
        .getElementValues()
        .forEach((method, value) -> given.put(method.getSimpleName().toString(), list(value)));
    List<Values> inner = new ArrayList<>();
    for (Object each : given.getOrDefault("value", List.of())) {
      if (each instanceof AnnotationMirror contained) {
        inner.addAll(flattened(contained));
      }
    }
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return inner.isEmpty() ? List.of(new Values(type, given)) : inner;
  }

  private static List<Object> list(AnnotationValue value) {
    if (value.getValue() instanceof List<?> several) {
      return several.stream()
          .map(each -> ((AnnotationValue) each).getValue())
          .collect(Collectors.toList());
    }
    return List.of(value.getValue());
  }

  /** The qualified name of its type. */
  String type() {
    return element.getQualifiedName().toString();
  }

  List<String> texts(String name) {
    return given.getOrDefault(name, List.of()).stream().map(String::valueOf).toList();
  }

  String text(String name) {
    return texts(name).stream().findFirst().orElse("");
  }

  boolean flag(String name, boolean otherwise) {
    return given.containsKey(name) ? Boolean.parseBoolean(text(name)) : otherwise;
  }

  String constant(String name, String otherwise) {
    List<Object> value = given.getOrDefault(name, List.of());
    return value.isEmpty()
        ? otherwise
        : value.get(0) instanceof VariableElement constant
            ? constant.getSimpleName().toString()
            : value.get(0).toString();
  }
}
