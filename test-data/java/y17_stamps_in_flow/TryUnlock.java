// An attempt to release what may not be held is no mistake, but it does not take the lock either.
package y17_stamps_in_flow;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class TryUnlock {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void ignored() {
    long stamp = seal.writeLock();
    seal.unlockWrite(stamp);
    seal.tryUnlockWrite();
    total = 1; // expect: UnguardedAccess "released in line"
  }

  void failed() {
    if (!seal.tryUnlockWrite()) {
      total = 2; // expect: UnguardedAccess
    }
  }

  long read() {
    boolean released = seal.tryUnlockRead();
    return released ? 0 : total; // expect: UnguardedAccess
  }

  void held() {
    long stamp = seal.writeLock();
    total = 3;
    if (!seal.tryUnlockWrite()) {
      seal.unlockWrite(stamp);
    }
  }
}
