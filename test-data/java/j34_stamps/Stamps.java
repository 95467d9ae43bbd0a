// A write stamp guards; releasing with the wrong kind of stamp, or one that was overwritten, is
// reported, and the hold that remains is not reported again.
package j34_stamps;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class Stamps {
  private final StampedLock seal = new StampedLock();
  private final StampedLock spare = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void write() {
    long stamp = seal.writeLock();
    try {
      total++;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  void writeAnyMode() {
    long stamp = seal.writeLock();
    try {
      total++;
    } finally {
      seal.unlock(stamp);
    }
  }

  void wrongKind() {
    long stamp = seal.writeLock();
    total++;
    seal.unlockRead(stamp); // expect: ReleaseNotHeld "seal"
  }

  void wrongKindOfRead() {
    long stamp = seal.readLock();
    seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
  }

  void overwritten() {
    long stamp = seal.writeLock();
    total++;
    stamp = 0L;
    seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
  }

  void overwrittenOnOnePath(boolean lost) {
    long stamp = seal.writeLock();
    total++;
    if (lost) {
      stamp = 1L;
    }
    seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
  }

  void exchanged() {
    long a = seal.writeLock();
    long b = spare.writeLock();
    total++;
    seal.unlockWrite(b); // expect: ReleaseNotHeld "seal"
    spare.unlockWrite(a); // expect: ReleaseNotHeld "spare"
  }

  void copied() {
    long stamp = seal.writeLock();
    long kept = stamp;
    total++;
    stamp = 0L;
    seal.unlockWrite(kept);
  }

  void eitherMode(boolean write) {
    long stamp = write ? seal.writeLock() : seal.readLock();
    try {
      System.out.println(total);
    } finally {
      seal.unlock(stamp);
    }
  }

  void accessAfterRelease() {
    long stamp = seal.writeLock();
    seal.unlockWrite(stamp);
    total++; // expect: UnguardedAccess "seal"
  }

  void perIteration(int rounds) {
    for (int i = 0; i < rounds; i++) {
      long stamp = seal.writeLock();
      total++;
      seal.unlockWrite(stamp);
    }
  }

  long dropped() {
    seal.readLock();
    return total; // expect: LockLeak "seal"
  }
}
