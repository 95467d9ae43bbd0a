package n36;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Holding for reading, then needing or taking for writing: a finding. Reading under a write hold
 * and giving up the write hold first, or converting a stamp, is right.
 */
final class Upgrade {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("rw")
  private int count;

  @GuardedBy("stamped")
  private int other;

  @Requires("rw.writeLock()")
  void set(int n) {
    count = n;
  }

  void callUnderRead(int n) {
    rw.readLock().lock();
    try {
      set(n); // expect: LockNotHeld "for reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  void takeUnderRead(int n) {
    rw.readLock().lock();
    try {
      rw.writeLock().lock(); // expect: DoubleAcquire "for reading"
      count = n;
      rw.writeLock().unlock();
    } finally {
      rw.readLock().unlock();
    }
  }

  int downgrade(int n) {
    rw.writeLock().lock();
    count = n;
    rw.readLock().lock();
    rw.writeLock().unlock();
    int copy = count;
    rw.readLock().unlock();
    return copy;
  }

  void writeAfterDowngrade(int n) {
    rw.writeLock().lock();
    rw.readLock().lock();
    rw.writeLock().unlock();
    count = n; // expect: UnguardedAccess "for reading"
    rw.readLock().unlock();
  }

  void convertedStamp(int n) {
    long stamp = stamped.readLock();
    try {
      long converted = stamped.tryConvertToWriteLock(stamp);
      if (converted == 0) {
        stamped.unlockRead(stamp);
        stamp = stamped.writeLock();
      } else {
        stamp = converted;
      }
      other = n;
    } finally {
      stamped.unlock(stamp);
    }
  }

  void takeWriteUnderReadStamp(int n) {
    long stamp = stamped.readLock();
    long second = stamped.writeLock(); // expect: DoubleAcquire "stamped"
    other = n;
    stamped.unlockWrite(second);
    stamped.unlockRead(stamp);
  }
}
