package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.Path;
import javax.lang.model.type.TypeKind;

/** Says what is wrong with the clauses of a body's contract where the body returns. */
final class Fulfilment {
  static final String GAP = "is dropped in between";

  private final Exits exits;
  private final Identity identity;
  private final Facts facts;
  private final Locks locks;

  Fulfilment(Exits exits) {
    this.exits = exits;
    this.identity = exits.identity;
    this.facts = exits.facts;
    this.locks = exits.locks;
  }

  /** What is wrong with a clause at a normal exit; null if nothing. */
  String trouble(World world, Clause clause, Path result) {
    switch (clause.kind()) {
      case REQUIRES:
        return overridden(clause) || anyHeld(world, clause, result) ? null : "is not held any more";
      case ENSURES:
      case ASSERTS_HELD:
        if (promisesNothing(world, clause, result)) {
          return null;
        }
        return anyHeld(world, clause, result) ? null : "is not held";
      case ACQUIRES:
        return heldDirectly(world, clause, result) ? null : lack(world, clause, result);
      case RELEASES:
        return releasedAtExit(world, clause, result) ? null : "is still held";
      case DOWNGRADES:
        return downgraded(world, clause, result);
      case ACQUIRES_IF:
        return isCallersOnly(world, clause, result)
            ? null
            : conditional(world, clause, result, heldDirectly(world, clause, result), true);
      case RELEASES_IF:
        if (promisesNothing(world, clause, result)) {
          return null;
        }
        return conditional(world, clause, result, !releasedAtExit(world, clause, result), false);
      case TESTS_HELD:
        return conditional(world, clause, result, testedHeld(world, clause, result), true);
      case ESTABLISHES:
        return promisesNothing(world, clause, result) || anyHeld(world, clause, result)
            ? null
            : "is not established";
      case ENDS:
        return anyHeld(world, clause, result) ? "has not ended" : null;
      case MAY_RELEASE:
        return isRequired(clause.lock()) || stillHeld(world, clause, result)
            ? null
            : "is not held any more";
      default:
        return null;
    }
  }

  /** A promise about a result that is null. */
  private boolean promisesNothing(World world, Clause clause, Path result) {
    return CallSite.mentionsResult(clause.lock().lock())
        && result != null
        && Boolean.TRUE.equals(facts.isNull(world, result));
  }

  private boolean anyHeld(World world, Clause clause, Path result) {
    for (LockRef ref : clause.locks()) {
      Path lock = exits.bindAtExit(ref, result);
      if (lock == null
          || exits.isExempt(world, lock)
          || locks.isHeld(world, lock, ref.requiredMode())) {
        return true;
      }
    }
    return false;
  }

  /** A test of several locks is true exactly if all are held. */
  private boolean testedHeld(World world, Clause clause, Path result) {
    if (result != null && facts.isSure(world, result, When.FALSE)) {
      return exits.contract.clauses(Clause.Kind.TESTS_HELD).stream()
          .allMatch(each -> anyHeld(world, each, result));
    }
    return anyHeld(world, clause, result);
  }

  /** Whether a requirement of that very lock promises by itself that it stays held. */
  private boolean isRequired(LockRef lock) {
    return exits.contract.clauses(Clause.Kind.REQUIRES).stream()
        .anyMatch(
            requirement ->
                requirement.locks().size() == 1
                    && requirement.lock().lock() == lock.lock()
                    && requirement.lock().mode() == lock.mode());
  }

  /** Whether it is held in the mode that is named, or in any if none is. */
  private boolean stillHeld(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    if (lock == null) {
      return true;
    }
    Mode mode = identity.lock(world, lock, clause.lock().mode()).mode();
    return mode == null ? locks.mayBeHeld(world, lock, null) : locks.isHeld(world, lock, mode);
  }

  private boolean heldDirectly(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    if (lock == null) {
      return clause.kind() != Clause.Kind.ACQUIRES_IF;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    Mode mode = at.mode() == null ? Mode.WRITE : at.mode();
    Hold hold = world.holds.get(at.path().id);
    return hold != null && hold.satisfies(mode) || locks.isHeld(world, lock, mode);
  }

  /** Whether it is held, but was not taken here: the outcome need not tell. */
  private boolean isCallersOnly(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    Path at = lock == null ? null : identity.lock(world, lock, clause.lock().mode()).path();
    Hold hold = at == null ? null : world.holds.get(at.id);
    return hold != null && hold.isOnlyOnEntry() && exits.isCallers(at, hold);
  }

  /** That it is not held, or in the lesser mode. */
  private String lack(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    Hold hold = lock == null ? null : world.holds.get(identity.lock(world, lock, null).path().id);
    return hold == null ? "is not held" : "is held " + hold.mode().words();
  }

  private boolean releasedAtExit(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    if (lock == null) {
      return true;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    Hold hold = world.holds.get(at.path().id);
    return hold == null
        || at.mode() == Mode.WRITE && hold.write() == 0
        || at.mode() == Mode.READ && hold.read() == 0;
  }

  private String downgraded(World world, Clause clause, Path result) {
    Path lock = exits.bindAtExit(clause.lock(), result);
    Hold hold = lock == null ? null : world.holds.get(identity.lock(world, lock, null).path().id);
    if (hold == null) {
      return lock == null ? null : "is not held any more";
    }
    if (hold.write() > 0) {
      return "is still held for writing";
    }
    return hold.entry() ? null : GAP;
  }

  private String conditional(
      World world, Clause clause, Path result, boolean held, boolean positive) {
    boolean counts =
        result != null
            && result.type != null
            && result.type.getKind().isPrimitive()
            && result.type.getKind() != TypeKind.BOOLEAN;
    When when = clause.when() != null ? clause.when() : counts ? When.NON_ZERO : When.TRUE;
    boolean surely = result != null && facts.isSure(world, result, when);
    boolean surelyNot = result != null && facts.isSure(world, result, when.opposite());
    if (surely) {
      return held == positive
          ? null
          : positive
              ? "is not held when the result is " + when
              : "is still held when the result is " + when;
    }
    if (surelyNot) {
      return held != positive
          ? null
          : positive
              ? "is held when the result is not " + when
              : "is released when the result is not " + when;
    }
    return held == positive
        ? "is " + (positive ? "held" : "released") + " whatever the result is"
        : positive
            ? "is not held when the result is " + when
            : "is still held when the result is " + when;
  }

  /**
   * Whether another clause says that the lock is given up, so that the exit half of a requirement
   * does not count.
   */
  private boolean overridden(Clause requirement) {
    if (exits.contract.releasesAll()) {
      return true;
    }
    for (Clause clause : exits.contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES, RELEASES_IF, DOWNGRADES, ENDS -> {
          for (LockRef ref : requirement.locks()) {
            if (ref.lock() == clause.lock().lock()
                || isInner(ref, clause.lock())
                || isState(ref, clause)) {
              return true;
            }
          }
        }
        case ESTABLISHES -> {
          for (LockRef ref : requirement.locks()) {
            if (excludes(clause.lock(), ref)) {
              return true;
            }
          }
        }
        default -> {
          /* keeps it */
        }
      }
    }
    return false;
  }

  private static boolean isState(LockRef required, Clause ending) {
    LockDefinition definition = required.definition();
    return ending.kind() != Clause.Kind.ENDS
        && definition != null
        && (definition.state || definition.isDerived())
        && (definition.needs().stream().anyMatch(n -> n.lock().key == ending.lock().lock().key)
            || definition.isDerived());
  }

  private static boolean isInner(LockRef inner, LockRef outer) {
    LockDefinition definition = inner.definition();
    return definition != null
        && definition.within().stream().anyMatch(ref -> ref.lock().key == outer.lock().key);
  }

  private static boolean excludes(LockRef established, LockRef required) {
    LockDefinition definition = established.definition();
    return definition != null
        && definition.excludes().stream().anyMatch(ref -> ref.lock().key == required.lock().key);
  }
}
