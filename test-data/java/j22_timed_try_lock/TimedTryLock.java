// A timed tryLock stored in a local boolean and tested later: the true branch is guarded, the
// false branch is not.
package j22_timed_try_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class TimedTryLock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void stored() throws InterruptedException {
    boolean ok = mutex.tryLock(10, TimeUnit.MILLISECONDS);
    if (ok) {
      try {
        count++;
      } finally {
        mutex.unlock();
      }
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void negated() throws InterruptedException {
    final boolean ok = mutex.tryLock(10, TimeUnit.MILLISECONDS);
    if (!ok) {
      return;
    }
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void releasedInFinally(Runnable task) throws InterruptedException {
    boolean ok = mutex.tryLock(1, TimeUnit.SECONDS);
    try {
      task.run();
      if (ok) {
        count++;
      }
    } finally {
      if (ok) {
        mutex.unlock();
      }
    }
  }

  void notFinal(boolean wait) throws InterruptedException {
    boolean ok;
    if (wait) {
      ok = mutex.tryLock(1, TimeUnit.SECONDS);
    } else {
      ok = mutex.tryLock();
    }
    if (ok) {
      count++;
      mutex.unlock();
    }
  }

  void interrupted() {
    boolean ok = false;
    try {
      ok = table.writeLock().tryLock(1, TimeUnit.SECONDS);
      if (ok) {
        size++;
      }
    } catch (InterruptedException e) {
      size = 0; // expect: UnguardedAccess "table"
    } finally {
      if (ok) {
        table.writeLock().unlock();
      }
    }
  }

  long timedStamp() throws InterruptedException {
    long stamp = seal.tryReadLock(1, TimeUnit.SECONDS);
    boolean ok = stamp != 0L;
    if (ok) {
      long copy = total;
      seal.unlockRead(stamp);
      return copy;
    }
    return total; // expect: UnguardedAccess "seal"
  }

  void leakOnFalseTest() throws InterruptedException {
    boolean ok = mutex.tryLock(1, TimeUnit.SECONDS);
    if (!ok) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
      return;
    }
    count++;
    mutex.unlock();
  }
}
