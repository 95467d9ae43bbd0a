// A reentrant lock counts its holds: lock, lock, unlock, access is right; after the last unlock it
// is not.
package j17_hold_count;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class HoldCount {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void twice() {
    mutex.lock();
    mutex.lock();
    mutex.unlock();
    count++;
    mutex.unlock();
    count--; // expect: UnguardedAccess "mutex"
  }

  void nestedFinally(Runnable task) {
    mutex.lock();
    try {
      mutex.lock();
      try {
        task.run();
      } finally {
        mutex.unlock();
      }
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void oneMissing() {
    mutex.lock();
    mutex.lock();
    count++;
    mutex.unlock();
  } // expect: LockLeak "mutex"

  void oneTooMany() {
    mutex.lock();
    mutex.lock();
    mutex.unlock();
    mutex.unlock();
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void differentDepth(boolean deep) {
    mutex.lock();
    if (deep) {
      mutex.lock();
      count++;
      mutex.unlock();
    }
    count++;
    mutex.unlock();
  }

  void writeTwice() {
    table.writeLock().lock();
    table.writeLock().lock();
    size++;
    table.writeLock().unlock();
    size++;
    table.writeLock().unlock();
    size++; // expect: UnguardedAccess "table"
  }

  int readTwice() {
    table.readLock().lock();
    table.readLock().lock();
    table.readLock().unlock();
    int copy = size;
    table.readLock().unlock();
    return copy;
  }

  void tryUnderLock() {
    mutex.lock();
    try {
      if (mutex.tryLock()) {
        mutex.unlock();
      }
      count++;
    } finally {
      mutex.unlock();
    }
  }
}
