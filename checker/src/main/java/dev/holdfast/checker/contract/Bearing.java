package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelAnnotation;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelParameter;
import dev.holdfast.checker.model.ModelType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
  /**
   * The names of methods in a type or above it.
   *
   * @param bearing of those that may bear a contract
   * @param asserting of those among them that may tell whether a lock is held
   */
  private record Names(Set<Name> bearing, Set<Name> asserting) {
    static final Names NONE = new Names(Set.of(), Set.of());
  }

  private final Env env;
  private final AnnotationReader reader;
  private final TypeModels models;
  private final TypeContracts types;
  private final Map<TypeElement, Names> names = new HashMap<>();
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
    return names(type).bearing.contains(name);
  }

  /** Whether such a method may assert that a lock is held, or test it. */
  boolean asserts(TypeElement type, Name name) {
    return names(type).asserting.contains(name);
  }

  private Names names(TypeElement type) {
    Names known = names.get(type);
    if (known == null) {
      /* a type that is above itself does not compile */
      names.put(type, Names.NONE);
      Names found = new Names(new HashSet<>(), new HashSet<>());
      addModelled(type, found);
      addDeclared(type, found);
      for (TypeElement parent : env.parents(type)) {
        Names inherited = names(parent);
        found.bearing.addAll(inherited.bearing);
        found.asserting.addAll(inherited.asserting);
      }
      known = found.bearing.isEmpty() ? Names.NONE : found;
      names.put(type, known);
    }
    return known;
  }

  private void addModelled(TypeElement type, Names found) {
    Optional<ModelType> model = models.of(type);
    if (model.isPresent()) {
      for (ModelMethod method : model.get().methods()) {
        Name name = env.elements.getName(method.name());
        found.bearing.add(name);
        if (tells(method)) {
          found.asserting.add(name);
        }
      }
    }
  }

  private static boolean tells(ModelMethod method) {
    boolean tells = tell(method.annotations());
    for (ModelParameter parameter : method.parameters()) {
      tells |= tell(parameter.annotations());
    }
    return tells;
  }

  private static boolean tell(List<ModelAnnotation> annotations) {
    for (ModelAnnotation annotation : annotations) {
      if (annotation.name().equals("AssertsHeld") || annotation.name().equals("TestsHeld")) {
        return true;
      }
    }
    return false;
  }

  private void addDeclared(TypeElement type, Names found) {
    if (types.isJdk(type)) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method && bearsOwn(method)) {
        found.bearing.add(method.getSimpleName());
        found.asserting.add(method.getSimpleName());
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
