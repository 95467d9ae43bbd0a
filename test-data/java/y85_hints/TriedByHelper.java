// A helper that leaves a lock held by its result and does not say so: one mistake, told where it is made.
package y85_hints;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class TriedByHelper {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int size;

  private boolean tryEnter() {
    return lock.tryLock(); // expect: LockLeak "declare @AcquiresIf"
  }

  private boolean enterUnlessFull() {
    lock.lock();
    if (count > 9) {
      lock.unlock();
      return false;
    }
    return true; // expect: LockLeak
  }

  private boolean isBusy() {
    return !rw.readLock().tryLock(); // expect: LockLeak "declare @AcquiresIf"
  }

  private void enterIf(boolean wanted) {
    if (wanted) {
      lock.lock();
    }
  } // expect: LockLeak "declare @Acquires"

  void use() {
    if (tryEnter()) {
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
    if (!enterUnlessFull()) {
      return;
    }
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  int reads() {
    if (isBusy()) {
      return -1;
    }
    try {
      return size;
    } finally {
      rw.readLock().unlock();
    }
  }

  int wrongOutcome() {
    if (tryEnter()) {
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
    return count; // expect: UnguardedAccess
  }

  void writesForReading() {
    if (!isBusy()) {
      size++; // expect: UnguardedAccess "held for reading"
      rw.readLock().unlock();
    }
  }

  void later() {
    enterIf(false);
    count++; // expect: UnguardedAccess
  }
}
