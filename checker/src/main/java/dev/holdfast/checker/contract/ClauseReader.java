package dev.holdfast.checker.contract;

import dev.holdfast.checker.contract.Clause.Kind;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a method's annotations as clauses; what makes no sense becomes a problem of the method. */
final class ClauseReader {
  private final Contracts contracts;
  private final Env env;
  private final RefReader refs;
  private final ExecutableElement method;

  ClauseReader(Contracts contracts, Env env, RefReader refs, ExecutableElement method) {
    this.contracts = contracts;
    this.env = env;
    this.refs = refs;
    this.method = method;
  }

  /** The clauses of one annotation: one for each lock, and one for those of which any will do. */
  List<Clause> read(Annot annot, Kind kind, Scope scope) {
    boolean conditional = kind == Kind.ACQUIRES_IF || kind == Kind.RELEASES_IF;
    When when = conditional ? when(annot) : null;
    if (conditional && when == null) {
      return List.of();
    }
    boolean flag =
        annot.flag("idempotent", false)
            || annot.flag("blocking", false) && kind == Kind.ACQUIRES_IF;
    List<Clause> result = new ArrayList<>();
    for (LockRef lock : locks(annot, "value", scope)) {
      String misfit =
          when == When.NULL && isOfResult(lock)
              ? "'" + lock.text() + "': there is no result when it is NULL"
              : misfit(annot, kind, lock);
      if (misfit == null) {
        result.add(new Clause(promised(kind, lock), List.of(lock), when, flag, annot.origin()));
      } else {
        contracts.problem(method, annot, misfit);
      }
    }
    List<LockRef> anyOf = locks(annot, "anyOf", scope);
    if (!anyOf.isEmpty()) {
      result.add(new Clause(kind, anyOf, null, false, annot.origin()));
    }
    return result;
  }

  /** What an alias requires of the result is a promise about it. */
  private static Kind promised(Kind kind, LockRef lock) {
    return kind == Kind.REQUIRES && isOfResult(lock) ? Kind.ENSURES : kind;
  }

  private static boolean isOfResult(LockRef lock) {
    return lock.lock().root().kind == Path.Kind.RESULT;
  }

  // ---- outcomes

  private When when(Annot annot) {
    String name = annot.string("result", "TRUE");
    When when = When.named(name);
    if (when == null) {
      contracts.problem(method, annot, "'" + name + "' is no outcome");
      return null;
    }
    TypeMirror type = method.getReturnType();
    if (!isOutcome(when, type) && !isOfModel(annot)) {
      contracts.problem(
          method, annot, "'" + when + "' is no outcome of a method that returns '" + type + "'");
      return null;
    }
    return when;
  }

  private static boolean isOutcome(When when, TypeMirror type) {
    TypeKind kind = type.getKind();
    return switch (when) {
      case TRUE, FALSE -> kind == TypeKind.BOOLEAN || type.toString().equals("java.lang.Boolean");
      case NULL, NON_NULL -> !kind.isPrimitive() && kind != TypeKind.VOID;
      case ZERO, NON_ZERO -> kind.isPrimitive() && kind != TypeKind.BOOLEAN;
    };
  }

  private static boolean isOfModel(Annot annot) {
    return annot.origin().source() == Origin.Source.MODEL;
  }

  // ---- what a clause can say of a lock

  /** Why a clause of that kind cannot name the lock; null if it can. */
  private String misfit(Annot annot, Kind kind, LockRef lock) {
    if (kind == Kind.TESTS_HELD
        && method.getReturnType().getKind() != TypeKind.BOOLEAN
        && !isOfModel(annot)) {
      return "only a method that returns a boolean can test";
    }
    LockDefinition definition = lock.definition();
    String misfit =
        definition == null ? misfitOfObject(kind, lock) : misfitOfDefined(kind, lock, definition);
    if (misfit != null) {
      return misfit;
    }
    return (kind == Kind.REQUIRES || kind == Kind.EXCLUDES) && isOfResult(lock) && !annot.alias()
        ? "'return' has a meaning in effects only; use @Ensures"
        : null;
  }

  private String misfitOfObject(Kind kind, LockRef lock) {
    String name = "'" + lock.text() + "'";
    if (kind == Kind.DOWNGRADES && (lock.lock().kind == Path.Kind.MONITOR || hasNoReadMode(lock))) {
      return name + " has no read mode to downgrade to";
    }
    return kind.group == Clause.Group.STATE ? name + " is a lock, not a state" : null;
  }

  private static String misfitOfDefined(Kind kind, LockRef lock, LockDefinition definition) {
    String name = "'" + lock.text() + "'";
    if (kind.group == Clause.Group.STATE) {
      return definition.state ? null : name + " is a lock, not a state";
    }
    if (changesHold(kind) && definition.isDerived()) {
      return name + " is derived: it is never acquired or released itself";
    }
    if (changesHold(kind) && definition.state) {
      return name + " is a state: it is established and ended, not acquired";
    }
    return kind == Kind.DOWNGRADES && !definition.shared
        ? name + " has no read mode to downgrade to"
        : null;
  }

  private static boolean changesHold(Kind kind) {
    return switch (kind) {
      case ACQUIRES, ACQUIRES_IF, RELEASES, RELEASES_IF, DOWNGRADES -> true;
      default -> false;
    };
  }

  private boolean hasNoReadMode(LockRef lock) {
    LockDefinition type = contracts.lockTypeOf(env.typeElement(lock.lock().type));
    return type != null && !type.shared;
  }

  // ---- locks

  private List<LockRef> locks(Annot annot, String element, Scope scope) {
    if (annot.targets() == null || annot.targets().isEmpty()) {
      return annot.alias()
          ? aliasLocks(annot, element, scope)
          : refs.refs(method, annot, element, scope);
    }
    List<LockRef> result = new ArrayList<>();
    for (String target : annot.targets()) {
      Scope at = refs.targetScope(scope, target, method, annot);
      if (at != null) {
        result.addAll(refs.refs(method, annot, element, at));
      }
    }
    return result;
  }

  /**
   * An alias on a method means {@code this}; where {@code this} has no such lock, the method's
   * result.
   */
  private List<LockRef> aliasLocks(Annot annot, String element, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(element)) {
      try {
        result.add(contracts.resolver().lock(text, scope));
      } catch (Unresolved e) {
        LockRef promise = scope.method() == null ? null : ofResult(text);
        if (promise == null) {
          contracts.problem(method, annot, e.getMessage());
        } else {
          result.add(promise);
        }
      }
    }
    return result;
  }

  private LockRef ofResult(String text) {
    TypeMirror type = method.getReturnType();
    TypeElement element = env.typeElement(type);
    if (element == null) {
      return null;
    }
    Path result = contracts.pool().result(type);
    try {
      return contracts.resolver().lock(text, new Scope(result, type, null, element, null, false));
    } catch (Unresolved e) {
      return null;
    }
  }
}
