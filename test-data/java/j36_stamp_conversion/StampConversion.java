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

  // A conversion to the mode at hand gives back the same stamp.

  void sameMode() {
    long stamp = seal.writeLock();
    long same = seal.tryConvertToWriteLock(stamp);
    total++;
    seal.unlockWrite(stamp);
  }

  void sameModeByResult() {
    long stamp = seal.readLock();
    long same = seal.tryConvertToReadLock(stamp);
    if (same == 0L) {
      total++;
    }
    seal.unlockRead(same);
  }

  void sameModeOnSomeWays(Runnable work) {
    long stamp = seal.readLock();
    try {
      work.run();
      stamp = seal.tryConvertToReadLock(stamp);
      work.run();
    } finally {
      seal.unlock(stamp);
    }
  }

  void sameModeInLoop(int rounds) {
    long stamp = seal.writeLock();
    for (int i = 0; i < rounds; i++) {
      stamp = seal.tryConvertToWriteLock(stamp);
      total++;
    }
    stamp = seal.tryConvertToReadLock(stamp);
    seal.unlockRead(stamp);
  }

  void sameModeNeverReleased() {
    long stamp = seal.readLock();
    stamp = seal.tryConvertToReadLock(stamp);
  } // expect: LockLeak "seal"

  void sameModeReleasedTwice() {
    long stamp = seal.readLock();
    long same = seal.tryConvertToReadLock(stamp);
    seal.unlockRead(stamp);
    seal.unlockRead(same); // expect: ReleaseNotHeld "seal"
  }

  void sameModeOldStampAfterDowngrade() {
    long stamp = seal.writeLock();
    long same = seal.tryConvertToWriteLock(stamp);
    long read = seal.tryConvertToReadLock(same);
    seal.unlock(stamp); // expect: ReleaseNotHeld "seal"
  }

  // An optimistic stamp gives no more than can be had beside what is held.

  void optimisticUnderWrite() {
    long stamp = seal.writeLock();
    long converted = seal.tryConvertToWriteLock(seal.tryOptimisticRead());
    if (converted != 0L) {
      seal.unlockWrite(converted);
    }
    total++;
    seal.unlockWrite(stamp);
  }

  long optimisticToWriteUnderRead() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToWriteLock(seal.tryOptimisticRead());
    if (converted != 0L) {
      seal.unlockWrite(converted);
    }
    long copy = total;
    seal.unlockRead(stamp);
    return copy;
  }

  long optimisticToReadUnderRead() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToReadLock(seal.tryOptimisticRead());
    if (converted != 0L) {
      seal.unlockRead(converted);
    }
    long copy = total;
    seal.unlockRead(stamp);
    return copy;
  }

  void secondReadNeverReleased() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToReadLock(seal.tryOptimisticRead());
    seal.unlockRead(stamp);
  } // expect: LockLeak "seal"

  void writtenUnderRead() {
    long stamp = seal.readLock();
    long converted = seal.tryConvertToWriteLock(seal.tryOptimisticRead());
    total++; // expect: UnguardedAccess "seal"
    seal.unlockRead(stamp);
  }
}
