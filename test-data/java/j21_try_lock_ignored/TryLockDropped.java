// A stored result that is never tested guards nothing either.
package j21_try_lock_ignored;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class TryLockDropped {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void neverTested() {
    boolean ok = mutex.tryLock();
    count++; // expect: UnguardedAccess "mutex"
    if (ok) {
      mutex.unlock();
    }
  }

  void testedTooLate() {
    boolean ok = mutex.tryLock();
    int copy = count; // expect: UnguardedAccess "mutex"
    if (ok) {
      count = copy + 1;
      mutex.unlock();
    }
  }

  void otherVariableTested(boolean wanted) {
    boolean ok = mutex.tryLock();
    if (wanted) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (ok) {
      mutex.unlock();
    }
  }
}
