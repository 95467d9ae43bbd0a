// The conditional acquisitions of a stamped lock answer zero where they fail.
package j19_try_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class TryStamp {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void write() {
    long stamp = seal.tryWriteLock();
    if (stamp != 0L) {
      try {
        total++;
      } finally {
        seal.unlockWrite(stamp);
      }
    } else {
      total = 0; // expect: UnguardedAccess "seal"
    }
  }

  long read() {
    long stamp = seal.tryReadLock();
    if (stamp == 0) {
      return -1;
    }
    try {
      return total;
    } finally {
      seal.unlockRead(stamp);
    }
  }

  void untested() {
    long stamp = seal.tryWriteLock();
    total++; // expect: UnguardedAccess "seal"
    if (stamp != 0L) {
      seal.unlockWrite(stamp);
    }
  }

  void inCondition() {
    long stamp;
    if ((stamp = seal.tryWriteLock()) != 0L) {
      total++;
      seal.unlockWrite(stamp);
    }
  }
}
