package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Tells the methods that may bear a contract from the many that cannot. */
final class Bearing {
  private final Env env;
  private final AnnotationReader reader;
  private final TypeModels models;
  private final TypeContracts types;
  private final Map<TypeElement, Set<Name>> bearing = new HashMap<>();
  private LeadingAssertions leading;

  Bearing(Env env, AnnotationReader reader, TypeModels models, TypeContracts types) {
    this.env = env;
    this.reader = reader;
    this.models = models;
    this.types = types;
  }

  void setAssertions(LeadingAssertions leading) {
    this.leading = leading;
  }

  /** Whether a method of that name, declared in the type or above it, may bear a contract. */
  boolean bears(TypeElement type, Name name) {
    return bearing(type).contains(name);
  }

  /** The names of methods that may bear a contract in a type or above it. */
  private Set<Name> bearing(TypeElement type) {
    Set<Name> known = bearing.get(type);
    if (known == null) {
      /* a type that is above itself does not compile */
      bearing.put(type, Set.of());
      Set<Name> names = new HashSet<>();
      addModelled(type, names);
      addDeclared(type, names);
      for (TypeElement parent : env.parents(type)) {
        names.addAll(bearing(parent));
      }
      known = names.isEmpty() ? Set.of() : names;
      bearing.put(type, known);
    }
    return known;
  }

  private void addModelled(TypeElement type, Set<Name> names) {
    Optional<ModelType> model = models.of(type);
    if (model.isPresent()) {
      for (ModelMethod method : model.get().methods()) {
        names.add(env.elements.getName(method.name()));
      }
    }
  }

  private void addDeclared(TypeElement type, Set<Name> names) {
    if (types.isJdk(type)) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method && bearsOwn(method)) {
        names.add(method.getSimpleName());
      }
    }
  }

  /** Whether the method carries contract annotations of its own, or begins with an assertion. */
  boolean bearsOwn(ExecutableElement method) {
    if (reader.isAnnotated(method) || leading != null && leading.begins(method)) {
      return true;
    }
    for (VariableElement parameter : method.getParameters()) {
      if (reader.isAnnotated(parameter)) {
        return true;
      }
    }
    return false;
  }
}
