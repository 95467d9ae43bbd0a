package c_jdk_idioms;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

/** Stamps: modes, conversions, and what a wrong or dead stamp means. */
final class Stamps {
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("stamped")
  private int count;

  void converted(int n) {
    long stamp = stamped.readLock();
    try {
      while (count > 3) {
        long write = stamped.tryConvertToWriteLock(stamp);
        if (write != 0L) {
          stamp = write;
          count = n;
          break;
        }
        stamped.unlockRead(stamp);
        stamp = stamped.writeLock();
      }
    } finally {
      stamped.unlock(stamp);
    }
  }

  void wrongKind() {
    long stamp = stamped.writeLock();
    count = 5;
    stamped.unlockRead(stamp); // expect: ReleaseNotHeld "stamped"
  }

  void usedTwice() {
    long stamp = stamped.readLock();
    stamped.unlockRead(stamp);
    stamped.unlockRead(stamp); // expect: ReleaseNotHeld "stamped"
  }

  void overwritten() {
    long stamp = stamped.writeLock();
    stamp = 0;
    stamped.unlockWrite(stamp); // expect: ReleaseNotHeld "stamped"
  }

  void conversionNotStored() {
    long stamp = stamped.readLock();
    if (stamped.tryConvertToWriteLock(stamp) != 0) {
      count = 7;
    }
    stamped.unlockRead(stamp); // expect: ReleaseNotHeld "stamped"
  }

  void again() {
    long first = stamped.writeLock();
    long second = stamped.writeLock(); // expect: DoubleAcquire "stamped"
    stamped.unlockWrite(second);
    stamped.unlockWrite(first);
  }

  void downgraded(int n) {
    long stamp = stamped.writeLock();
    count = n;
    stamp = stamped.tryConvertToReadLock(stamp);
    int copy = count;
    stamped.unlockRead(stamp);
  }
}
