// Only the finally unlocks and nothing was acquired: the access and the release are both reported.
package j03_unlock_only;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class UnlockOnly {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void increment() {
    try {
      count++; // expect: UnguardedAccess "mutex"
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  int size() {
    try {
      return size; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock(); // expect: ReleaseNotHeld "table"
    }
  }

  void resize(Runnable task) {
    try {
      task.run();
    } finally {
      table.writeLock().unlock(); // expect: ReleaseNotHeld "table"
    }
  }

  void plain() {
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void wrongLock(UnlockOnly other) {
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
    other.mutex.unlock(); // expect: ReleaseNotHeld "other.mutex"
  }

  void acquired() {
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }
}
