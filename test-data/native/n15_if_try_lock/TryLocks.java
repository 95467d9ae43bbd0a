package n15;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The then branch of a tryLock holds the lock, what is outside does not. */
final class TryLocks {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int other;

  @GuardedBy("stamped")
  private int third;

  void plain(int n) {
    if (lock.tryLock()) {
      count = n;
      lock.unlock();
    }
    count = n; // expect: UnguardedAccess "lock"
  }

  void otherwise(int n) {
    if (lock.tryLock()) {
      try {
        count = n;
      } finally {
        lock.unlock();
      }
    } else {
      count = n; // expect: UnguardedAccess "lock"
    }
  }

  void timed(int n) throws InterruptedException {
    if (lock.tryLock(3, TimeUnit.SECONDS)) {
      try {
        count = n;
      } finally {
        lock.unlock();
      }
    }
  }

  void views(int n) {
    if (rw.readLock().tryLock()) {
      int copy = other;
      rw.readLock().unlock();
    } else if (rw.writeLock().tryLock()) {
      other = n;
      rw.writeLock().unlock();
    } else {
      other = n; // expect: UnguardedAccess "rw"
    }
  }

  void stamp(int n) {
    long stamp = stamped.tryWriteLock();
    if (stamp != 0) {
      third = n;
      stamped.unlockWrite(stamp);
    } else {
      third = n; // expect: UnguardedAccess "stamped"
    }
  }

  void conditional(int n) {
    int copy = lock.tryLock() ? count : n;
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }

  void spin(int n) {
    while (!lock.tryLock()) {
      Thread.onSpinWait();
    }
    count = n;
    lock.unlock();
  }
}
