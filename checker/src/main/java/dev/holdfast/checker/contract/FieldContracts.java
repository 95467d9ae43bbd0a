package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What is declared of fields: guards, and the places of locks in an order. */
final class FieldContracts {
  private final PathPool pool;
  private final AnnotationReader reader;
  private final Resolver resolver;
  private final RefReader refs;
  private final TypeContracts types;
  private final Problems problems;
  private final Map<VariableElement, List<Guard>> guards = new HashMap<>();
  private final Map<VariableElement, Boolean> bound = new HashMap<>();
  private final Map<TypeElement, List<LockRef>> ordered = new HashMap<>();
  private UnitFacts unit = UnitFacts.NONE;

  FieldContracts(
      PathPool pool,
      AnnotationReader reader,
      Resolver resolver,
      RefReader refs,
      TypeContracts types,
      Problems problems) {
    this.pool = pool;
    this.reader = reader;
    this.resolver = resolver;
    this.refs = refs;
    this.types = types;
    this.problems = problems;
  }

  /** What is known from source of the class under analysis. */
  void setUnit(UnitFacts facts) {
    this.unit = facts;
  }

  /** What guards the field, or null; where several annotations do, the first. */
  Guard guard(VariableElement field) {
    List<Guard> all = guards(field);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Everything that guards the field: each annotation by itself. */
  List<Guard> guards(VariableElement field) {
    List<Guard> known = guards.get(field);
    if (known == null) {
      known = readGuards(field);
      guards.put(field, known);
    }
    return known;
  }

  private List<Guard> readGuards(VariableElement field) {
    TypeElement owner = Env.enclosingType(field);
    if (owner == null
        || field.getKind() != ElementKind.FIELD
        || types.isJdk(owner)
        || !reader.isAnnotated(field)) {
      return List.of();
    }
    List<Guard> result = new ArrayList<>();
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals("GuardedBy")) {
        Guard guard = guard(field, owner, annot);
        if (guard != null) {
          result.add(guard);
        }
      }
    }
    return List.copyOf(result);
  }

  private Guard guard(VariableElement field, TypeElement owner, Annot annot) {
    if (annot.targets() != null && !annot.targets().isEmpty()) {
      List<LockRef> read = new ArrayList<>();
      List<LockRef> write = new ArrayList<>();
      for (String target : annot.targets()) {
        Scope scope = refs.targetScope(fieldScope(field, owner), target, field, annot);
        if (scope != null) {
          Guard part = guard(field, annot, scope);
          if (part != null) {
            read.addAll(part.read());
            write.addAll(part.write());
          }
        }
      }
      return new Guard(read, write, annot.origin());
    }
    return guard(field, annot, fieldScope(field, owner));
  }

  private Scope fieldScope(VariableElement field, TypeElement owner) {
    return Scope.ofMember(pool, owner, null, Env.isStatic(field));
  }

  private Guard guard(VariableElement field, Annot annot, Scope scope) {
    List<LockRef> both = guardLocks(field, annot, "value", scope);
    List<LockRef> read = annot.has("read") ? guardLocks(field, annot, "read", scope) : both;
    List<LockRef> write = annot.has("write") ? guardLocks(field, annot, "write", scope) : both;
    if (both == null || read == null || write == null) {
      return null;
    }
    if (read.isEmpty() && write.isEmpty() && problems.of(field).isEmpty()) {
      problems.add(field, annot, "names no lock");
      return null;
    }
    if (annot.has("value") && (annot.has("read") || annot.has("write")) && !both.isEmpty()) {
      problems.add(
          field, annot, "gives 'value' and also 'read' or 'write'; they contradict each other");
    }
    return new Guard(annot.flag("racyReads", false) ? List.of() : read, write, annot.origin());
  }

  private List<LockRef> guardLocks(
      VariableElement field, Annot annot, String element, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    boolean foreign = annot.origin().source() == Origin.Source.FOREIGN;
    for (String text : annot.strings(element)) {
      try {
        LockRef ref =
            resolver.lock(
                foreign ? ForeignVocabulary.ofField(text, field.getSimpleName()) : text, scope);
        if (ref.lock().root().kind == Path.Kind.RESULT) {
          problems.add(field, annot, "a field has no 'return'");
          return null;
        }
        result.add(ref);
        refs.name(ref);
      } catch (Unresolved e) {
        problems.add(field, annot, e.of(text));
        return null;
      }
    }
    return result;
  }

  /**
   * Whether the field keeps its value for good: final, or private and assigned only while its
   * object is made.
   */
  boolean isStable(VariableElement field) {
    return field.getModifiers().contains(Modifier.FINAL)
        || field.getKind() == ElementKind.ENUM_CONSTANT
        || unit.isNeverReassigned(field);
  }

  /** Whether the field has an object for good: an enum's constant, or what it is made with. */
  boolean isNeverNull(VariableElement field) {
    return field.getKind() == ElementKind.ENUM_CONSTANT
        || isStable(field) && unit.isNeverNull(field);
  }

  /** The class of which an unchanging field has an object for good, where that is known. */
  TypeElement madeAs(VariableElement field) {
    return isStable(field) ? unit.madeAs(field) : null;
  }

  /** Whether a field of a new object may keep an object that others know. */
  boolean mayKeepAnother(VariableElement field) {
    return unit.mayKeepAnother(field);
  }

  /** Which unchanging fields of the object that a constructor makes keep which argument. */
  Map<VariableElement, Integer> copies(ExecutableElement constructor) {
    return unit.copies(constructor);
  }

  /**
   * What an unchanging field was initialised with, relative to its object, or null. A view of a
   * lock counts as unchanging where its source does not change it: that others could is reported.
   */
  Path initialiser(VariableElement field) {
    boolean stable = isStable(field);
    LockExpr expr = stable || unit.isMerelyInitialised(field) ? unit.definition(field) : null;
    Path path = expr == null ? null : initial(expr, field, field.asType());
    return path == null || stable || path.isView() ? path : null;
  }

  /**
   * What the new object that an unchanging field has was given to keep in an unchanging field of
   * its own, relative to the object of the former; or null.
   */
  Path given(VariableElement holder, VariableElement field) {
    LockExpr expr =
        isStable(holder) && !Env.isStatic(field) && isStable(field)
            ? unit.given(holder, field)
            : null;
    return expr == null ? null : initial(expr, holder, field.asType());
  }

  private Path initial(LockExpr expr, VariableElement field, TypeMirror type) {
    TypeElement owner = Env.enclosingType(field);
    try {
      Path path = resolver.lock(expr, "", fieldScope(field, owner)).asObject(pool, type);
      return path.any(step -> isReplaced(step, owner)) ? null : path;
    } catch (Unresolved e) {
      return null;
    }
  }

  /** Whether it is a field of the type to which its source gives another object later. */
  private boolean isReplaced(Path step, TypeElement owner) {
    return step.kind == Path.Kind.FIELD
        && step.key instanceof VariableElement field
        && field.getEnclosingElement() == owner
        && !isStable(field)
        && !unit.isMerelyInitialised(field);
  }

  /**
   * The declared order of a lock field: those before it, or those after it, relative to its object.
   */
  List<LockRef> order(VariableElement field, boolean before) {
    TypeElement owner = Env.enclosingType(field);
    if (owner == null || types.isJdk(owner) || !reader.isAnnotated(field)) {
      return List.of();
    }
    List<LockRef> result = new ArrayList<>();
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals(before ? "AcquiredAfter" : "AcquiredBefore")) {
        result.addAll(refs.refs(field, annot, "value", fieldScope(field, owner)));
      }
    }
    return result;
  }

  /** The lock fields of a type that declare a place in an order, relative to its instance. */
  List<LockRef> ordered(TypeElement type) {
    List<LockRef> known = ordered.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        if (!order(field, true).isEmpty() || !order(field, false).isEmpty()) {
          try {
            LockExpr name = new LockExpr.Name(field.getSimpleName().toString());
            known.add(resolver.lock(name, "", fieldScope(field, type)));
          } catch (Unresolved e) {
            // It is no lock, and has no place in any order.
          }
        }
      }
      ordered.put(type, known);
    }
    return known;
  }

  /** Whether the field is guarded, or is a lock with a place in an order. */
  boolean isBound(VariableElement field) {
    Boolean known = bound.get(field);
    if (known == null) {
      known =
          guard(field) != null || !order(field, true).isEmpty() || !order(field, false).isEmpty();
      bound.put(field, known);
    }
    return known;
  }

  /** The annotation that declares a field's place in the order, or null. */
  AnnotationMirror orderAnnotation(VariableElement field) {
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals("AcquiredAfter") || annot.name().equals("AcquiredBefore")) {
        return annot.origin().annotation();
      }
    }
    return null;
  }
}
