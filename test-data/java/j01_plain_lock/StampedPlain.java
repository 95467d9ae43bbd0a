// The same for a stamped lock: the stamp names the hold.
package j01_plain_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class StampedPlain {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void add(long amount) {
    long stamp = seal.writeLock();
    total += amount;
    seal.unlockWrite(stamp);
  }

  long read() {
    long stamp = seal.readLock();
    long copy = total;
    seal.unlockRead(stamp);
    return copy;
  }

  long readAnyMode() {
    final long stamp = seal.readLock();
    final long copy = total;
    seal.unlock(stamp);
    return copy;
  }

  void addLate(long amount) {
    long stamp = seal.writeLock();
    seal.unlockWrite(stamp);
    total += amount; // expect: UnguardedAccess "seal"
  }

  void callBetween(Runnable task) {
    long stamp = seal.writeLock(); // expect: LockLeakOnThrow "seal"
    task.run();
    seal.unlockWrite(stamp);
  }
}
