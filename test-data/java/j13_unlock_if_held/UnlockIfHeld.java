// A finally that unlocks only if the current thread holds the lock: body accepted, no leak.
package j13_unlock_if_held;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class UnlockIfHeld {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void simple(Runnable task) {
    mutex.lock();
    try {
      task.run();
      count++;
    } finally {
      if (mutex.isHeldByCurrentThread()) {
        mutex.unlock();
      }
    }
  }

  void releasedOnTheWay(Runnable task) {
    mutex.lock();
    try {
      count++;
      mutex.unlock();
      task.run();
    } finally {
      if (mutex.isHeldByCurrentThread()) {
        mutex.unlock();
      }
    }
  }

  void sometimesReleased(Runnable task, boolean early) {
    mutex.lock();
    try {
      if (early) {
        mutex.unlock();
        task.run();
        return;
      }
      count++;
    } finally {
      if (mutex.isHeldByCurrentThread()) {
        mutex.unlock();
      }
    }
  }

  void writeView(Runnable task) {
    table.writeLock().lock();
    try {
      task.run();
      size++;
    } finally {
      if (table.isWriteLockedByCurrentThread()) {
        table.writeLock().unlock();
      }
    }
  }

  void viewAsked(Runnable task) {
    table.writeLock().lock();
    try {
      task.run();
      size++;
    } finally {
      if (table.writeLock().isHeldByCurrentThread()) {
        table.writeLock().unlock();
      }
    }
    size--; // expect: UnguardedAccess "table"
  }

  void wrongLockAsked() {
    mutex.lock();
    try {
      count++;
    } finally {
      if (table.isWriteLockedByCurrentThread()) {
        mutex.unlock();
      }
    }
  } // expect: LockLeak "mutex"

  void afterwards() {
    mutex.lock();
    try {
      count++;
    } finally {
      if (mutex.isHeldByCurrentThread()) {
        mutex.unlock();
      }
    }
    count++; // expect: UnguardedAccess "mutex"
  }
}
