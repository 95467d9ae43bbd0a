package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

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
      of(parent).forEach(result::putIfAbsent);
    }
    List<Map.Entry<LockDefinition, Annot>> own = own(type);
    for (Map.Entry<LockDefinition, Annot> entry : own) {
      LockDefinition old = result.put(entry.getKey().name, entry.getKey());
      if (old != null && old.owner == type) {
        contracts.problem(type, entry.getValue(), "'" + entry.getKey().name + "' is defined twice");
      }
    }
    inProgress.remove(type);
    Map<String, LockDefinition> frozen = result.isEmpty() ? Map.of() : result;
    byType.put(type, frozen);
    for (Map.Entry<LockDefinition, Annot> entry : own) {
      link(type, entry.getKey(), entry.getValue());
    }
    for (Map.Entry<LockDefinition, Annot> entry : own) {
      checkCycles(type, entry.getKey(), entry.getValue());
    }
    return frozen;
  }

  private List<Map.Entry<LockDefinition, Annot>> own(TypeElement type) {
    List<Map.Entry<LockDefinition, Annot>> result = new ArrayList<>();
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
      result.add(Map.entry(definition, annot));
    }
    return result;
  }

  private static boolean hasInstances(TypeElement type) {
    if (type.getKind().isInterface()) {
      return false;
    }
    return type.getEnclosedElements().stream()
        .anyMatch(
            member ->
                member.getKind() == ElementKind.ENUM_CONSTANT
                    || member.getKind() == ElementKind.CONSTRUCTOR
                        && !member.getModifiers().contains(Modifier.PRIVATE));
  }

  private static boolean isName(String text) {
    return text.equals("this")
        || javax.lang.model.SourceVersion.isIdentifier(text)
            && !javax.lang.model.SourceVersion.isKeyword(text);
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

  private void checkCycles(TypeElement type, LockDefinition definition, Annot annot) {
    if (leadsBack(definition, each -> each.within)) {
      contracts.problem(type, annot, "'" + definition.name + "' is within itself");
      definition.within = List.of();
    }
    if (leadsBack(definition, each -> each.after)) {
      contracts.problem(type, annot, "'" + definition.name + "' comes after itself");
      definition.after = List.of();
    }
    if (definition.sameAs != null && sameAsItself(definition)) {
      contracts.problem(type, annot, "'" + definition.name + "' is declared the same as itself");
      definition.sameAs = null;
    }
    if (!definition.state && leadsBack(definition, each -> each.impliedBy)) {
      contracts.problem(type, annot, "'" + definition.name + "' is implied by itself");
      definition.impliedBy = List.of();
    }
    if (definition.excludes.stream()
        .anyMatch(ref -> isOwn(ref) && ref.definition() == definition)) {
      contracts.problem(type, annot, "'" + definition.name + "' excludes itself");
      definition.excludes = List.of();
    }
    if (!definition.state && !definition.impliedBy.isEmpty() && !definition.within.isEmpty()) {
      contracts.problem(type, annot, "a derived lock is never acquired, so it is within nothing");
    }
  }

  private static boolean sameAsItself(LockDefinition definition) {
    Set<LockDefinition> seen = new HashSet<>();
    LockDefinition at = definition;
    while (at != null && at.sameAs != null && seen.add(at)) {
      at = at.sameAs.definition();
    }
    return at == definition;
  }

  /** A lock of the same instance; one of another instance is no step on a circle. */
  private static boolean isOwn(LockRef ref) {
    return ref.lock().base != null && ref.lock().base.kind == Path.Kind.PARAM;
  }

  /** Whether a way along these references of one instance comes back to where it began. */
  private static boolean leadsBack(
      LockDefinition start, Function<LockDefinition, List<LockRef>> next) {
    Set<LockDefinition> seen = new HashSet<>();
    Deque<LockDefinition> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (LockRef ref : next.apply(open.pop())) {
        LockDefinition definition = isOwn(ref) ? ref.definition() : null;
        if (definition == start) {
          return true;
        }
        if (definition != null && seen.add(definition)) {
          open.push(definition);
        }
      }
    }
    return false;
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
