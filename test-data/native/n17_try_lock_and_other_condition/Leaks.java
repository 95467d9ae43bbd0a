package n17;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** tryLock and another condition: where the other is false the lock leaks, a finding. */
final class Leaks {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private boolean ready() {
    return Boolean.getBoolean("ready");
  }

  void call(int n) {
    if (lock.tryLock() && ready()) { // expect: LockLeakOnThrow "lock"
      count = n;
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void flag(boolean enabled, int n) {
    if (lock.tryLock() && enabled) {
      count = n;
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void negated(boolean enabled, int n) {
    if (!lock.tryLock() || !enabled) {
      return; // expect: LockLeak "lock"
    }
    count = n;
    lock.unlock();
  }

  int conditional(boolean enabled, int n) {
    return lock.tryLock() && enabled ? n : 0; // expect: LockLeak "lock"
  }

  void otherFirst(boolean enabled, int n) {
    if (enabled && lock.tryLock()) {
      count = n;
      lock.unlock();
    }
  }

  void nested(boolean enabled, int n) {
    if (lock.tryLock()) {
      if (enabled) {
        count = n;
      }
      lock.unlock();
    }
  }
}
