package c_lock_scope_uses;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A scope that is a lambda or method reference, and scopes that are closed if they are there. */
final class Callbacks {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private int n;

  @LockScope
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  @Acquires("rw.writeLock()")
  Guard byLambda() {
    rw.writeLock().lock();
    return () -> rw.writeLock().unlock();
  }

  @Acquires("rw.writeLock()")
  Guard byReference() {
    rw.writeLock().lock();
    return rw.writeLock()::unlock;
  }

  @Acquires("rw.writeLock()")
  Guard byWrongView() {
    rw.writeLock().lock();
    return rw.readLock()::unlock; // expect: ReleaseNotHeld "held for writing"
  }

  void closedIfThere(boolean wanted) {
    Guard guard = wanted ? byReference() : null;
    try {
      if (wanted) {
        n++;
      }
    } finally {
      if (guard != null) {
        guard.close();
      }
    }
  }

  void alwaysThere() {
    Guard guard = byLambda();
    try {
      n++;
    } finally {
      if (guard != null) {
        guard.close();
      }
    }
  }

  void usedInAnyCase(boolean wanted) {
    Guard guard = null;
    if (wanted) {
      guard = byReference();
    }
    n++; // expect: UnguardedAccess
    if (guard != null) {
      guard.close();
    }
  }
}
