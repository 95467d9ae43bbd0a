package dev.holdfast.checker.random;

import java.util.Collection;
import java.util.function.ToIntFunction;

/**
 * What a path has come to.
 *
 * @param gap whether the lock with two modes was not held at some time
 * @param wrong whether something was wrong on the path already
 */
record State(
    boolean first,
    boolean second,
    boolean flag,
    int plain,
    int read,
    int write,
    int monitor,
    Seal seal,
    Nodes nodes,
    boolean gap,
    boolean wrong) {
  /** A lock that is held more often is left alone. */
  static final int DEEPEST_HOLD = 4;

  /** Nobody knows what is wrong with the program: it does what no contract foresees. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A path that begins. */
  static State start(boolean first, boolean second, ToIntFunction<Lock> held) {
    return new State(
        first,
        second,
        false,
        held.applyAsInt(Lock.PLAIN),
        held.applyAsInt(Lock.READ),
        held.applyAsInt(Lock.WRITE),
        held.applyAsInt(Lock.MONITOR),
        Seal.start(held),
        Nodes.start(),
        held.applyAsInt(Lock.READ) + held.applyAsInt(Lock.WRITE) == 0,
        false);
  }

  State flagged(boolean value) {
    return new State(first, second, value, plain, read, write, monitor, seal, nodes, gap, wrong);
  }

  State bad() {
    return new State(first, second, flag, plain, read, write, monitor, seal, nodes, gap, true);
  }

  State sealed(Seal changed) {
    return new State(first, second, flag, plain, read, write, monitor, changed, nodes, gap, wrong);
  }

  State with(Nodes changed) {
    return new State(first, second, flag, plain, read, write, monitor, seal, changed, gap, wrong);
  }

  int held(Lock lock) {
    return switch (lock) {
      case PLAIN -> plain;
      case READ -> read;
      case WRITE -> write;
      case MONITOR -> monitor;
      case SEAL_READ, SEAL_WRITE -> seal.held(lock);
    };
  }

  /** How often the lock is held in either mode. */
  int heldInAnyMode(Lock lock) {
    return switch (lock) {
      case PLAIN, MONITOR -> held(lock);
      case READ, WRITE -> read + write;
      case SEAL_READ, SEAL_WRITE -> seal.holds().size();
    };
  }

  /** Whether the lock is held; write satisfies read. */
  boolean satisfies(Lock lock) {
    return (lock.isShared() ? heldInAnyMode(lock) : held(lock)) > 0;
  }

  State with(Lock lock, int change) {
    if (held(lock) + change > DEEPEST_HOLD) {
      throw new Undecided();
    }
    State result =
        new State(
            first,
            second,
            flag,
            lock == Lock.PLAIN ? plain + change : plain,
            lock == Lock.READ ? read + change : read,
            lock == Lock.WRITE ? write + change : write,
            lock == Lock.MONITOR ? monitor + change : monitor,
            seal,
            nodes,
            gap,
            wrong);
    return change < 0 && result.heldInAnyMode(Lock.READ) == 0 ? result.interrupted() : result;
  }

  private State interrupted() {
    return new State(first, second, flag, plain, read, write, monitor, seal, nodes, true, wrong);
  }

  /**
   * The state after what a contract says that a call does. What is not held stays so, unless the
   * call says that it did not release it.
   */
  State after(Collection<Clause> contract, boolean result) {
    State after = this;
    for (Clause clause : contract) {
      if (clause.kind() == Clause.Kind.DOWNGRADES && (read > 0 || write > 1)) {
        throw new Undecided();
      }
      for (Lock view : Lock.values()) {
        boolean assumed = clause.kind() == Clause.Kind.RELEASES_IF && after.held(view) == 0;
        int change = clause.after(view, result) - (assumed ? 0 : clause.before(view));
        if (change > 0 || change < 0 && after.held(view) > 0) {
          after = after.with(view, change);
        }
      }
    }
    return after;
  }
}
