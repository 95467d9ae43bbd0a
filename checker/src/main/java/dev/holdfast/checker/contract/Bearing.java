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

/**
 * Tells the methods that may bear a contract from the many that cannot, by name: a method counts if
 * one of its name does, in its type or above it.
 */
final class Bearing {
  /** What a call does besides locking: most of what models say. */
  private static final Set<String> TRAITS =
      Set.of(
          "Mutates",
          "View",
          "Copy",
          "Keeps",
          "Publishes",
          "Each",
          "RunsInline",
          "RunsDeferred",
          "Deferred",
          "NeverThrows",
          "NonNull",
          "NonNullIf",
          "Parallel");

  private static final Set<String> ASSERTIONS = Set.of("AssertsHeld", "TestsHeld");

  private final Env env;
  private final AnnotationReader reader;
  private final TypeModels models;
  private final TypeContracts types;
  private final Map<TypeElement, Set<Name>> declared = new HashMap<>();
  private final Names any = new Names(Set.of(), false);
  private final Names locking = new Names(TRAITS, false);
  private final Names asserting = new Names(ASSERTIONS, true);
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
    return any.of(type).contains(name);
  }

  /** Whether the contract of such a method may speak of locks. */
  boolean locks(TypeElement type, Name name) {
    return locking.of(type).contains(name);
  }

  /** Whether such a method may assert that a lock is held, or test it. */
  boolean asserts(TypeElement type, Name name) {
    return asserting.of(type).contains(name);
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

  /** The names of the methods that a type itself declares with annotations of whatever meaning. */
  private Set<Name> declared(TypeElement type) {
    if (types.isJdk(type)) {
      return Set.of();
    }
    Set<Name> known = declared.get(type);
    if (known == null) {
      known = new HashSet<>();
      for (Element member : type.getEnclosedElements()) {
        if (member instanceof ExecutableElement method && bearsOwn(method)) {
          known.add(method.getSimpleName());
        }
      }
      declared.put(type, known);
    }
    return known;
  }

  /** The names of those methods that are declared somehow, or that a model gives certain words. */
  private final class Names {
    private final Set<String> words;
    private final boolean wanted;
    private final Map<TypeElement, Set<Name>> names = new HashMap<>();

    /** Which annotations of models count: those among the words, or all others. */
    Names(Set<String> words, boolean wanted) {
      this.words = words;
      this.wanted = wanted;
    }

    /** Those of a type and of all above it. */
    Set<Name> of(TypeElement type) {
      Set<Name> known = names.get(type);
      if (known == null) {
        /* a type that is above itself does not compile */
        names.put(type, Set.of());
        known = union(declared(type), modelled(type));
        for (TypeElement parent : env.parents(type)) {
          known = union(known, of(parent));
        }
        names.put(type, known);
      }
      return known;
    }

    private Set<Name> modelled(TypeElement type) {
      Optional<ModelType> model = models.of(type);
      if (model.isEmpty()) {
        return Set.of();
      }
      Set<Name> result = new HashSet<>();
      for (ModelMethod method : model.get().methods()) {
        if (isWanted(method)) {
          result.add(env.elements.getName(method.name()));
        }
      }
      return result;
    }

    private boolean isWanted(ModelMethod method) {
      boolean is = isWanted(method.annotations());
      for (ModelParameter parameter : method.parameters()) {
        is |= isWanted(parameter.annotations());
      }
      return is;
    }

    private boolean isWanted(List<ModelAnnotation> annotations) {
      for (ModelAnnotation annotation : annotations) {
        if (words.contains(annotation.name()) == wanted) {
          return true;
        }
      }
      return false;
    }
  }

  /** All of both; one of the two where it has all already, as with most types and their parents. */
  private static Set<Name> union(Set<Name> a, Set<Name> b) {
    if (a.containsAll(b)) {
      return a;
    }
    if (b.containsAll(a)) {
      return b;
    }
    Set<Name> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
