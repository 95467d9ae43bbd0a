// An explicit unlock followed by the unlock of the finally: the second release is reported.
package j14_double_unlock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class DoubleUnlock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void explicitThenFinally() {
    mutex.lock();
    try {
      count++;
      mutex.unlock();
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void onOnePath(boolean early) {
    mutex.lock();
    try {
      count++;
      if (early) {
        mutex.unlock();
        return;
      }
      count++;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void inCatch(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (RuntimeException e) {
      mutex.unlock();
      throw e;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void straight() {
    mutex.lock();
    mutex.unlock();
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void view() {
    table.readLock().lock();
    try {
      System.out.println(size);
      table.readLock().unlock();
    } finally {
      table.readLock().unlock(); // expect: ReleaseNotHeld "table"
    }
  }

  void stamp() {
    long stamp = seal.writeLock();
    try {
      total++;
      seal.unlockWrite(stamp);
    } finally {
      seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
    }
  }

  void twoHoldsTwoReleases() {
    mutex.lock();
    mutex.lock();
    try {
      count++;
      mutex.unlock();
    } finally {
      mutex.unlock();
    }
  }

  void releaseFlagged(Runnable task) {
    boolean held = true;
    mutex.lock();
    try {
      count++;
      mutex.unlock();
      held = false;
      task.run();
    } finally {
      if (held) {
        mutex.unlock();
      }
    }
  }
}
