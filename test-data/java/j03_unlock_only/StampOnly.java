// A stamp that no acquisition gave is no hold: access and release are reported.
package j03_unlock_only;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class StampOnly {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void foreignStamp(long stamp) {
    try {
      total++; // expect: UnguardedAccess "seal"
    } finally {
      seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
    }
  }

  long read(long stamp) {
    try {
      return total; // expect: UnguardedAccess "seal"
    } finally {
      seal.unlockRead(stamp); // expect: ReleaseNotHeld "seal"
    }
  }

  void ownStamp() {
    long stamp = seal.writeLock();
    try {
      total++;
    } finally {
      seal.unlockWrite(stamp);
    }
  }
}
