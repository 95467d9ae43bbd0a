package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The locks and states that types declare, with what they inherit. */
final class Definitions {
  private final Env env;
  private final PathPool pool;
  private final Contracts contracts;
  private final Map<TypeElement, Map<String, LockDefinition>> byType = new HashMap<>();
  private final Set<TypeElement> inProgress = new HashSet<>();

  Definitions(Env env, PathPool pool, Contracts contracts) {
    this.env = env;
    this.pool = pool;
    this.contracts = contracts;
  }

  /** All definitions of a type, by name. */
  Map<String, LockDefinition> of(TypeElement type) {
    Map<String, LockDefinition> known = byType.get(type);
    if (known != null) {
      return known;
    }
    Map<String, LockDefinition> result = new LinkedHashMap<>();
    if (!inProgress.add(type)) {
      return result;
    }
    for (TypeElement parent : env.parents(type)) {
      for (LockDefinition inherited : of(parent).values()) {
        result.putIfAbsent(inherited.name, inherited);
      }
    }
    Map<LockDefinition, Annot> own = own(type);
    for (LockDefinition definition : own.keySet()) {
      LockDefinition old = result.put(definition.name, definition);
      if (old != null && old.owner == type) {
        problem(definition, own, "'" + definition.name + "' is defined twice");
      }
    }
    inProgress.remove(type);
    Map<String, LockDefinition> frozen = result.isEmpty() ? Map.of() : result;
    byType.put(type, frozen);
    for (LockDefinition definition : own.keySet()) {
      link(type, definition, own.get(definition));
    }
    cutCircles(own);
    for (LockDefinition definition : own.keySet()) {
      check(definition, own);
    }
    return frozen;
  }

  private void problem(LockDefinition definition, Map<LockDefinition, Annot> own, String text) {
    contracts.problem(definition.owner, own.get(definition), text);
  }

  private Map<LockDefinition, Annot> own(TypeElement type) {
    Map<LockDefinition, Annot> result = new LinkedHashMap<>();
    for (Annot annot : contracts.annotations(type)) {
      boolean state = annot.name().equals("DefinesState");
      if (!state && !annot.name().equals("DefinesLock")) {
        continue;
      }
      boolean model = annot.origin().source() == Origin.Source.MODEL;
      LockDefinition definition =
          new LockDefinition(
              type,
              annot.string("name", ""),
              annot.string("label", ""),
              state,
              annot.flag("reentrant", false),
              annot.flag("shared", true),
              model && contracts.models().has(type, "OnlyWhereNamed"),
              annot.origin());
      if (!model && !definition.name.isEmpty() && !isName(definition.name)) {
        contracts.problem(type, annot, "'" + definition.name + "' is no name for a lock");
      }
      if (!model && !state && definition.name.isEmpty() && hasInstances(type)) {
        contracts.problem(type, annot, "a lock of a type with instances needs a name");
      }
      if (state && definition.name.isEmpty()) {
        contracts.problem(type, annot, "a state needs a name");
      }
      result.put(definition, annot);
    }
    return result;
  }

  private static boolean hasInstances(TypeElement type) {
    if (type.getKind().isInterface()) {
      return false;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT
          || member.getKind() == ElementKind.CONSTRUCTOR
              && !member.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String text) {
    return text.equals("this")
        || SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
  }

  private void link(TypeElement type, LockDefinition definition, Annot annot) {
    Scope scope = Scope.ofType(pool, type);
    definition.within = refs(type, annot, "within", scope);
    definition.after = refs(type, annot, "after", scope);
    definition.impliedBy = refs(type, annot, "impliedBy", scope);
    definition.needs = refs(type, annot, "needs", scope);
    definition.excludes = refs(type, annot, "excludes", scope);
    List<LockRef> same = refs(type, annot, "sameAs", scope);
    definition.sameAs = same.isEmpty() ? null : same.get(0);
  }

  private void check(LockDefinition definition, Map<LockDefinition, Annot> own) {
    if (ofThis(definition.excludes).contains(definition)) {
      problem(definition, own, "'" + definition.name + "' excludes itself");
      definition.excludes = List.of();
    }
    if (!definition.state && !definition.impliedBy.isEmpty() && !definition.within.isEmpty()) {
      problem(definition, own, "a derived lock is never acquired, so it is within nothing");
    }
  }

  /**
   * A definition that leads back to itself would have no end: each circle is reported, and cut, at
   * the definition on it that stands first.
   */
  private void cutCircles(Map<LockDefinition, Annot> own) {
    if (own.isEmpty()) {
      return;
    }
    Map<LockDefinition, Annot> locks = new LinkedHashMap<>(own);
    locks.keySet().removeIf(definition -> definition.state);
    cut(own, at -> ofThis(at.within), at -> at.within = List.of(), "is within itself");
    cut(own, at -> ofThis(at.after), at -> at.after = List.of(), "comes after itself");
    cut(own, Definitions::otherName, at -> at.sameAs = null, "is declared the same as itself");
    cut(locks, at -> ofThis(at.impliedBy), at -> at.impliedBy = List.of(), "is implied by itself");
  }

  private void cut(
      Map<LockDefinition, Annot> own,
      Function<LockDefinition, List<LockDefinition>> next,
      Consumer<LockDefinition> cut,
      String trouble) {
    Map<LockDefinition, Set<LockDefinition>> circles = new HashMap<>();
    add(Circles.of(own.keySet(), next), circles);
    for (LockDefinition definition : own.keySet()) {
      Set<LockDefinition> circle = circles.get(definition);
      if (circle != null) {
        problem(definition, own, "'" + definition.name + "' " + trouble);
        cut.accept(definition);
        circles.keySet().removeAll(circle);
        add(Circles.of(circle, next), circles);
      }
    }
  }

  private static void add(
      List<Set<LockDefinition>> found, Map<LockDefinition, Set<LockDefinition>> circles) {
    for (Set<LockDefinition> circle : found) {
      for (LockDefinition definition : circle) {
        circles.put(definition, circle);
      }
    }
  }

  /** The definitions named of the same instance; one of another instance is no step on a circle. */
  private static List<LockDefinition> ofThis(List<LockRef> refs) {
    List<LockDefinition> result = new ArrayList<>();
    for (LockRef ref : refs) {
      if (isOwn(ref) && ref.definition() != null) {
        result.add(ref.definition());
      }
    }
    return result;
  }

  private static boolean isOwn(LockRef ref) {
    return ref.lock().base != null && ref.lock().base.kind == Path.Kind.PARAM;
  }

  private static List<LockDefinition> otherName(LockDefinition definition) {
    LockDefinition other = definition.sameAs == null ? null : definition.sameAs.definition();
    return other == null ? List.of() : List.of(other);
  }

  private List<LockRef> refs(TypeElement type, Annot annot, String element, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(element)) {
      if (text.isEmpty()) {
        continue;
      }
      try {
        result.add(
            element.equals("sameAs")
                ? new LockRef(contracts.resolver().object(text, scope), null, text)
                : contracts.resolver().lock(text, scope));
      } catch (Unresolved e) {
        contracts.problem(
            type,
            annot,
            "'" + element + "' of '" + annot.string("name", "") + "': " + e.getMessage());
      }
    }
    return List.copyOf(result);
  }

  /** The definition with this name, inherited ones included, or null. */
  LockDefinition find(TypeElement type, String name) {
    return of(type).get(name);
  }

  /** What the object's type says of an inherited definition, or the definition itself. */
  LockDefinition refined(LockDefinition definition, Path object) {
    TypeElement type = object == null || object.type == null ? null : env.typeElement(object.type);
    LockDefinition own = type == null ? null : find(type, definition.name);
    return own != null && own != definition && env.isSubtype(own.owner, definition.owner)
        ? own
        : definition;
  }

  /** The declared lock that a lock field is, since its type gives both one name; or null. */
  LockDefinition ofField(VariableElement field) {
    TypeElement owner = Env.enclosingType(field);
    if (owner == null || Env.isStatic(field) || field.asType().getKind().isPrimitive()) {
      return null;
    }
    LockDefinition definition = find(owner, field.getSimpleName().toString());
    return definition == null
            || definition.state
            || definition.isDerived()
            || definition.sameAs() != null
        ? null
        : definition;
  }

  /** The lock that another name stands for; on a circle, which is reported, the name itself. */
  LockRef throughSameAs(LockRef ref) {
    LockRef at = ref;
    Set<LockDefinition> seen = new HashSet<>();
    while (true) {
      LockDefinition definition = at.definition();
      if (definition == null || definition.sameAs == null || !seen.add(definition)) {
        return at;
      }
      Path base = at.lock().base;
      Path same =
          pool.substitute(
              definition.sameAs.lock(), root -> root.kind == Path.Kind.PARAM ? base : null);
      Mode mode = at.mode() == null ? definition.sameAs.mode() : at.mode();
      at = new LockRef(same, mode, at.text());
    }
  }
}
