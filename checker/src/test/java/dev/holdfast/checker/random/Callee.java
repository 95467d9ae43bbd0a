package dev.holdfast.checker.random;

import java.util.List;

/**
 * A method with a contract: one of a lock, or one that is declared for a program.
 *
 * @param call how it is called
 * @param throwing whether it may throw
 */
record Callee(String call, List<Clause> contract, boolean throwing) {
  static Callee lock(Lock lock) {
    return ofLock(lock, "lock", Clause.Kind.ACQUIRES);
  }

  static Callee unlock(Lock lock) {
    return ofLock(lock, "unlock", Clause.Kind.RELEASES);
  }

  static Callee tryLock(Lock lock) {
    return ofLock(lock, "tryLock", Clause.Kind.ACQUIRES_IF);
  }

  private static Callee ofLock(Lock lock, String method, Clause.Kind kind) {
    return new Callee(lock.text + "." + method + "()", List.of(new Clause(kind, lock)), false);
  }

  /** Whether it has a result. */
  boolean answers() {
    return contract.stream().anyMatch(Clause::isConditional);
  }

  /** Whether a clause of that kind is about the lock. */
  boolean has(Clause.Kind kind, Lock lock) {
    return contract.stream().anyMatch(clause -> clause.kind() == kind && clause.lock() == lock);
  }

  /** Whether it is taken not to throw because it does nothing but release. */
  boolean onlyReleases() {
    return contract.stream().anyMatch(clause -> clause.kind() == Clause.Kind.RELEASES)
        && contract.stream()
            .allMatch(
                clause ->
                    clause.kind() == Clause.Kind.RELEASES || clause.kind() == Clause.Kind.REQUIRES);
  }
}
