// Conversions: the non-zero branch has the new mode, the zero branch keeps the old stamp; a
// converted stamp that is not stored again releases nothing.
package j36_stamp_conversion;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class StampConversion {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void upgradeOrRetake() {
    long stamp = seal.readLock();
    try {
      while (total == 0L) {
        long converted = seal.tryConvertToWriteLock(stamp);
        if (converted != 0L) {
          stamp = converted;
          total = 1L;
          break;
        } else {
          seal.unlockRead(stamp);
          stamp = seal.writeLock();
        }
      }
    } finally {
      seal.unlock(stamp);
    }
  }

  void upgradeOnce() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToWriteLock(stamp);
    if (converted == 0L) {
      total = 1L; // expect: UnguardedAccess "seal"
      seal.unlockRead(stamp);
    } else {
      total = 2L;
      seal.unlockWrite(converted);
    }
  }

  void notStoredAgain() {
    long stamp = seal.readLock();
    try {
      if (seal.tryConvertToWriteLock(stamp) != 0L) {
        total = 1L;
      }
    } finally {
      seal.unlockRead(stamp); // expect: ReleaseNotHeld "seal"
    }
  }

  void oldStampReleased() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToWriteLock(stamp);
    if (converted != 0L) {
      total = 1L;
      seal.unlockRead(stamp); // expect: ReleaseNotHeld "seal"
    } else {
      seal.unlockRead(stamp);
    }
  }

  long downgrade() {
    long stamp = seal.writeLock();
    total++;
    stamp = seal.tryConvertToReadLock(stamp);
    try {
      return total;
    } finally {
      seal.unlock(stamp);
    }
  }

  void optimisticToWrite() {
    long stamp = seal.tryOptimisticRead();
    long converted = seal.tryConvertToWriteLock(stamp);
    if (converted == 0L) {
      return;
    }
    total++;
    seal.unlockWrite(converted);
  }

  void writtenBeforeTest() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToWriteLock(stamp);
    total = 1L; // expect: UnguardedAccess "seal"
    if (converted != 0L) {
      seal.unlockWrite(converted);
    } else {
      seal.unlockRead(stamp);
    }
  }
}
