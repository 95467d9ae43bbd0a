package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what is wrong with what a path does, and keeps it. */
final class Judge {
  /** Something that is wrong on a path. */
  enum Kind {
    ACCESS,
    NEED,
    EXCLUDED,
    RELEASE,
    DOUBLE,
    LEAK,
    LEAK_ON_THROW,
    BROKEN
  }

  /** One such thing with the lock of a name, at a statement; at none for a way out. */
  record Violation(Kind kind, String lock, Statement at) {}

  private final boolean correlates;
  final Set<Violation> first = new LinkedHashSet<>();
  final Set<Violation> all = new LinkedHashSet<>();

  /** The calls of helpers that are under way. */
  final Deque<Statement> calls = new ArrayDeque<>();

  Judge(boolean correlates) {
    this.correlates = correlates;
  }

  /** Whether what is held may not be known: of a helper is only what is so for every caller. */
  boolean isBlind() {
    return !correlates && !calls.isEmpty();
  }

  /** The state after something that is wrong. */
  State wrong(State state, Kind kind, Lock lock, Statement at) {
    return wrong(state, kind, lock.object, at);
  }

  /** The state after something that is wrong with the lock of that name. */
  State wrong(State state, Kind kind, String lock, Statement at) {
    /* what a helper takes under a condition is not held against its callers */
    if (!state.wrong() && (kind != Kind.DOUBLE || calls.isEmpty())) {
      first.add(new Violation(kind, lock, at));
    }
    return disputable(state, kind, lock, at);
  }

  /** The state after something that may be called wrong. */
  State disputable(State state, Kind kind, Lock lock, Statement at) {
    return disputable(state, kind, lock.object, at);
  }

  private State disputable(State state, Kind kind, String lock, Statement at) {
    all.add(new Violation(kind, lock, at));
    calls.forEach(call -> all.add(new Violation(kind, lock, call)));
    return state.bad();
  }

  /** The state after an access. */
  State access(State state, Field field, Statement at) {
    return state.satisfies(field.lock) ? state : wrong(state, Kind.ACCESS, field.lock, at);
  }

  /** The state in which a call begins, whatever it needs. */
  State demand(State state, Collection<Clause> contract, Statement at) {
    State result = state;
    for (Clause clause : contract) {
      Kind broken = broken(result, clause);
      if (broken != null && !(broken == Kind.NEED && lacksToRelease(result, clause, contract))) {
        result = wrong(result, broken, clause.lock(), at);
      }
    }
    return result;
  }

  /** Whether a release of the same lock says already that it is not held: that is one mistake. */
  private static boolean lacksToRelease(State state, Clause need, Collection<Clause> contract) {
    return contract.stream()
        .anyMatch(
            clause ->
                clause.lock().object.equals(need.lock().object)
                    && broken(state, clause) == Kind.RELEASE);
  }

  private static Kind broken(State state, Clause clause) {
    Lock lock = clause.lock();
    return switch (clause.kind()) {
      case REQUIRES, MAY_RELEASE -> state.satisfies(lock) ? null : Kind.NEED;
      case DOWNGRADES -> state.write() > 0 ? null : Kind.NEED;
      case RELEASES, RELEASES_IF -> state.held(lock) > 0 ? null : Kind.RELEASE;
      case ACQUIRES ->
          lock == Lock.WRITE && state.read() > 0 && state.write() == 0 ? Kind.DOUBLE : null;
      case ACQUIRES_IF -> null;
      case EXCLUDES -> isExcluded(state, clause) ? Kind.EXCLUDED : null;
    };
  }

  private static boolean isExcluded(State state, Clause clause) {
    boolean exclusive = clause.lock().isExclusiveView() && !clause.bare();
    return (exclusive ? state.held(clause.lock()) : state.heldInAnyMode(clause.lock())) > 0;
  }

  /** The state after a helper without a contract, which is to leave the locks as it found them. */
  State compared(State before, State after, Kind leak) {
    State result = after;
    for (Lock lock : Lock.CALLED) {
      int change = after.held(lock) - before.held(lock);
      if (change > 0) {
        result = wrong(result, leak, lock, null);
      } else if (change < 0) {
        result = wrong(result, Kind.RELEASE, lock, null);
      }
    }
    return result;
  }

  /** A method with that contract returns. */
  void returns(State state, List<Clause> contract, boolean result) {
    if (state.nodes().isAnyHeld()) {
      wrong(state, Kind.LEAK, Nodes.LOCK_OF_ANY, null);
    }
    for (Lock object : Lock.OBJECTS) {
      Clause clause = clauseOn(object, contract);
      if (clause == null || clause.kind() == Clause.Kind.EXCLUDES) {
        if (state.heldInAnyMode(object) > 0) {
          wrong(state, Kind.LEAK, object, null);
        }
      } else if (clause.keeps()) {
        kept(state, clause);
      } else {
        brought(state, clause, result);
      }
    }
  }

  /** What the contract says of the lock, or null; an effect overrides a requirement. */
  private static Clause clauseOn(Lock lock, List<Clause> contract) {
    return contract.stream()
        .filter(clause -> clause.lock().object.equals(lock.object))
        .min(Comparator.comparing(Clause::keeps))
        .orElse(null);
  }

  /** What was held has to be held still, and not more often. */
  private void kept(State state, Clause clause) {
    Lock lock = clause.lock();
    if (!state.satisfies(lock)) {
      State broken = wrong(state, Kind.BROKEN, lock, null);
      if (state.heldInAnyMode(lock) > 1) {
        disputable(broken, Kind.LEAK, lock, null);
      }
    } else if (state.heldInAnyMode(lock) > 1) {
      wrong(state, Kind.LEAK, lock, null);
    }
  }

  /** What an effect says has to be so, and nothing besides. */
  private void brought(State state, Clause clause, boolean result) {
    boolean asPromised =
        Lock.CALLED.stream()
            .filter(view -> view.object.equals(clause.lock().object))
            .allMatch(view -> state.held(view) == clause.after(view, result));
    boolean gap = clause.kind() == Clause.Kind.DOWNGRADES && state.gap();
    if (asPromised && !gap) {
      return;
    }
    /* who holds it for writing holds it for reading */
    boolean stronger =
        clause.after(Lock.READ, result) == 1 && state.write() == 1 && state.read() == 0;
    if (stronger && clause.kind() != Clause.Kind.DOWNGRADES) {
      disputable(state, Kind.BROKEN, clause.lock(), null);
    } else {
      wrong(state, Kind.BROKEN, clause.lock(), null);
    }
  }

  /** An exception leaves a method with that contract. */
  void leaves(State state, List<Clause> contract) {
    if (state.nodes().isAnyHeld()) {
      wrong(state, Kind.LEAK_ON_THROW, Nodes.LOCK_OF_ANY, null);
    }
    for (Lock object : Lock.OBJECTS) {
      Clause clause = clauseOn(object, contract);
      int expected = 0;
      for (Lock view : Lock.values()) {
        boolean counts = clause != null && view.object.equals(object.object);
        expected += counts ? clause.afterThrow(view) : 0;
      }
      if (state.heldInAnyMode(object) > expected) {
        wrong(state, Kind.LEAK_ON_THROW, object, null);
      }
    }
  }
}
