// The result of tryLock is ignored: that is a warning at the call, and what follows is not
// guarded.
package j21_try_lock_ignored;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class TryLockIgnored {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void ignored() {
    mutex.tryLock(); // expect: UncheckedTryLock "mutex"
    count++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  void ignoredView() {
    table.writeLock().tryLock(); // expect: UncheckedTryLock "table"
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      table.writeLock().unlock();
    }
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean begin() {
    return mutex.tryLock();
  }

  void ignoredHelper() {
    begin(); // expect: UncheckedTryLock "mutex"
    count++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  void checked() {
    if (begin()) {
      count++;
      mutex.unlock();
    }
  }
}
