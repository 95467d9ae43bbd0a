package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads the lock expressions of annotations; what cannot be resolved becomes a problem. */
final class RefReader {
  private final Env env;
  private final PathPool pool;
  private final Resolver resolver;
  private final Problems problems;
  private final Set<VariableElement> namedByContracts = new HashSet<>();

  RefReader(Env env, PathPool pool, Resolver resolver, Problems problems) {
    this.env = env;
    this.pool = pool;
    this.resolver = resolver;
    this.problems = problems;
  }

  /** The locks that a part of an annotation names. */
  List<LockRef> refs(Element element, Annot annot, String name, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(name)) {
      try {
        LockRef ref = resolver.lock(text, scope);
        result.add(ref);
        name(ref);
      } catch (Unresolved e) {
        problems.add(element, annot, e.of(text));
      }
    }
    return result;
  }

  /**
   * The scope of an object that an alias' own value names; null, with a problem noted, if it names
   * none.
   */
  Scope targetScope(Scope scope, String target, Element element, Annot annot) {
    try {
      Part object = resolver.part(LockExprParser.parse(target), scope);
      TypeElement typeElement = env.typeElement(object.pathType());
      return new Scope(
          object.asObject(pool),
          object.pathType(),
          null,
          typeElement == null ? scope.type() : typeElement,
          scope.model(),
          false);
    } catch (Unresolved e) {
      problems.add(element, annot, e.getMessage());
      return null;
    }
  }

  /** The two expressions of which an annotation says that they name one object. */
  Optional<Contract.Same> sameObject(Element element, Annot annot, Scope scope) {
    List<String> names = annot.strings("value");
    if (names.size() != 2) {
      problems.add(element, annot, "needs two expressions, not " + names.size());
      return Optional.empty();
    }
    try {
      Path left = resolver.object(names.get(0), scope);
      Path right = resolver.object(names.get(1), scope);
      return Optional.of(new Contract.Same(left, right, annot.origin()));
    } catch (Unresolved e) {
      problems.add(element, annot, e.getMessage());
      return Optional.empty();
    }
  }

  /** Remembers the fields that the reference names a lock through. */
  void name(LockRef ref) {
    for (Path at = ref.lock(); at != null; at = at.base) {
      if (at.kind == Path.Kind.FIELD) {
        namedByContracts.add((VariableElement) at.key);
      }
    }
  }

  /** Whether a guard or contract was seen to name a lock through the field. */
  boolean isNamed(VariableElement field) {
    return namedByContracts.contains(field);
  }
}
