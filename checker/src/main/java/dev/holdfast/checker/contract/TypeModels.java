package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelAnnotation;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelParameter;
import dev.holdfast.checker.model.ModelType;
import dev.holdfast.checker.model.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The models of types and their methods. */
final class TypeModels {
  private final Env env;
  private final Models models;
  private final Map<TypeElement, Optional<ModelType>> modelTypes = new HashMap<>();

  TypeModels(Env env, Models models) {
    this.env = env;
    this.models = models;
  }

  /** The model of a type, if there is one. */
  Optional<ModelType> of(TypeElement type) {
    Optional<ModelType> known = modelTypes.get(type);
    if (known == null) {
      known = models.type(type.getQualifiedName().toString());
      modelTypes.put(type, known);
    }
    return known;
  }

  /** Whether the model of the type bears the annotation. */
  boolean has(TypeElement type, String annotation) {
    Optional<ModelType> model = of(type);
    return model.isPresent()
        && model.get().annotations().stream().anyMatch(a -> a.name().equals(annotation));
  }

  /** Whether the model of the type has a field of that name, which nothing in the source has. */
  boolean hasField(TypeElement type, String name) {
    Optional<ModelType> model = of(type);
    return model.isPresent() && model.get().fields().stream().anyMatch(f -> f.name().equals(name));
  }

  /** The model of a method, or null. */
  ModelMethod of(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    Optional<ModelType> type = owner == null ? Optional.empty() : of(owner);
    if (type.isEmpty()) {
      return null;
    }
    String name = method.getSimpleName().toString();
    boolean named = false;
    for (ModelMethod candidate : type.get().methods()) {
      named |= candidate.name().equals(name);
    }
    if (!named) {
      return null;
    }
    List<String> parameters = parameterTypes(method);
    for (ModelMethod candidate : type.get().methods()) {
      if (candidate.name().equals(name) && sameParameters(candidate.parameters(), parameters)) {
        return candidate;
      }
    }
    return null;
  }

  /** The signature that a model of the method has. */
  String signature(ExecutableElement method) {
    return ModelMethod.signature(method.getSimpleName().toString(), parameterTypes(method));
  }

  private List<String> parameterTypes(ExecutableElement method) {
    List<String> result = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      result.add(simpleErasure(parameter.asType()));
    }
    return result;
  }

  private static boolean sameParameters(List<ModelParameter> model, List<String> actual) {
    if (model.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      String type = model.get(i).type();
      String wanted = model.get(i).varargs() && !type.endsWith("[]") ? type + "[]" : type;
      if (!wanted.equals(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String simpleErasure(TypeMirror type) {
    TypeMirror erased = env.types.erasure(type);
    if (erased instanceof ArrayType array) {
      return simpleErasure(array.getComponentType()) + "[]";
    }
    return erased instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : erased.toString();
  }

  /** The annotations of a model as the contract language sees them. */
  static List<Annot> annots(List<ModelAnnotation> annotations) {
    List<Annot> result = new ArrayList<>();
    for (ModelAnnotation annotation : annotations) {
      String text =
          AnnotationReader.text(annotation) + " in " + annotation.file() + ":" + annotation.line();
      Origin origin = new Origin(null, null, text, Origin.Source.MODEL);
      result.add(new Annot(annotation.name(), annotation.values(), null, false, origin));
    }
    return result;
  }
}
