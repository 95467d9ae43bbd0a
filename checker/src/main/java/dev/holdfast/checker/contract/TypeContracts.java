package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelType;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What is declared of types as a whole: scopes, concurrent and unchecked ones, equal objects. */
final class TypeContracts {
  private final Env env;
  private final PathPool pool;
  private final AnnotationReader reader;
  private final RefReader refs;
  private final TypeModels models;
  private final Problems problems;
  private final Map<TypeElement, List<Annot>> typeAnnotations = new HashMap<>();
  private final Map<TypeElement, Boolean> platform = new HashMap<>();
  private final Map<TypeElement, Boolean> unchecked = new HashMap<>();
  private final Map<TypeElement, Boolean> scopes = new HashMap<>();
  private final Map<TypeElement, Boolean> concurrent = new HashMap<>();
  private final Map<TypeElement, List<Contract.Same>> samePairs = new HashMap<>();

  TypeContracts(
      Env env,
      PathPool pool,
      AnnotationReader reader,
      RefReader refs,
      TypeModels models,
      Problems problems) {
    this.env = env;
    this.pool = pool;
    this.reader = reader;
    this.refs = refs;
    this.models = models;
    this.problems = problems;
  }

  /** The contract annotations of a type, from source or class file and from its model. */
  List<Annot> annotations(TypeElement type) {
    List<Annot> known = typeAnnotations.get(type);
    if (known == null) {
      known = new ArrayList<>();
      if (!isJdk(type)) {
        known.addAll(reader.read(type));
      }
      Optional<ModelType> model = models.of(type);
      if (model.isPresent()) {
        known.addAll(TypeModels.annots(model.get().annotations()));
      }
      typeAnnotations.put(type, known);
    }
    return known;
  }

  /** Whether the type belongs to the platform, whose contracts are in models alone. */
  boolean isJdk(TypeElement type) {
    Boolean known = platform.get(type);
    if (known == null) {
      known = type.getQualifiedName().toString().startsWith("java.");
      platform.put(type, known);
    }
    return known;
  }

  /** The pairs of expressions that name one object in every instance of the type. */
  List<Contract.Same> sameInEvery(TypeElement type) {
    List<Contract.Same> known = samePairs.get(type);
    if (known == null) {
      List<Contract.Same> result = new ArrayList<>();
      samePairs.put(type, result);
      if (!isJdk(type)) {
        Scope scope = Scope.ofType(pool, type);
        for (Annot annot : annotations(type)) {
          if (annot.name().equals("SameObject")) {
            refs.sameObject(type, annot, scope)
                .map(TypeContracts::shorterFirst)
                .ifPresent(result::add);
          }
        }
        for (TypeElement parent : env.parents(type)) {
          result.addAll(sameInEvery(parent));
        }
      }
      known = result;
    }
    return known;
  }

  /** Those of the pairs that the constructors of a class itself have to see to. */
  Set<Contract.Same> promisedOf(TypeElement type) {
    if (sameInEvery(type).isEmpty()) {
      return Set.of();
    }
    Set<Contract.Same> result = new LinkedHashSet<>(sameInEvery(type));
    TypeElement parent = env.typeElement(type.getSuperclass());
    if (parent != null) {
      sameInEvery(parent).forEach(result::remove);
    }
    return result;
  }

  /** An object goes by the shorter of its names: the longer one may lead on and on. */
  private static Contract.Same shorterFirst(Contract.Same same) {
    return steps(same.left()) > steps(same.right())
        ? new Contract.Same(same.right(), same.left(), same.origin())
        : same;
  }

  private static int steps(Path path) {
    int steps = 0;
    for (Path at = path.base; at != null; at = at.base) {
      steps++;
    }
    return steps;
  }

  /** Whether the type is one that several threads may change at once without a lock. */
  boolean isConcurrent(TypeElement type) {
    Boolean known = concurrent.get(type);
    if (known == null) {
      known = models.has(type, "Concurrent");
      concurrent.put(type, known);
      if (!known) {
        for (TypeElement parent : env.parents(type)) {
          known = known || isConcurrent(parent);
        }
        concurrent.put(type, known);
      }
    }
    return known;
  }

  /** Whether instances own what was taken when they were made, until they are closed. */
  boolean isScope(TypeElement type) {
    Boolean known = scopes.get(type);
    if (known == null) {
      known = declares(type, "LockScope");
      if (!known && !isJdk(type)) {
        for (TypeElement parent : env.parents(type)) {
          known = known || isScope(parent);
        }
      }
      scopes.put(type, known);
    }
    return known;
  }

  /** Whether the bodies of the type are not checked, by its own word or that of one around it. */
  boolean isUnchecked(TypeElement type) {
    Boolean known = unchecked.get(type);
    if (known == null) {
      known =
          !isJdk(type) && declares(type, "LockUnchecked")
              || type.getEnclosingElement() instanceof TypeElement outer && isUnchecked(outer);
      unchecked.put(type, known);
    }
    return known;
  }

  private boolean declares(TypeElement type, String name) {
    for (Annot annot : annotations(type)) {
      if (annot.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A scope has to be closeable. */
  void checkScope(TypeElement type) {
    for (Annot annot : annotations(type)) {
      if (annot.name().equals("LockScope") && !isCloseable(type)) {
        problems.add(
            type,
            annot,
            "'" + type.getSimpleName() + "' is not AutoCloseable, so nothing ends the scope");
      } else if (annot.name().equals("LockUnchecked") && annot.string("reason", "").isBlank()) {
        problems.add(type, annot, "the reason is blank; say why the bodies need not be checked");
      }
    }
  }

  boolean isCloseable(TypeElement type) {
    TypeElement closeable = env.elements.getTypeElement("java.lang.AutoCloseable");
    return closeable == null || env.isSubtype(type, closeable);
  }
}
