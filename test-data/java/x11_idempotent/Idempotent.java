// An idempotent acquisition does nothing where the lock is held; one release ends it.
package x11_idempotent;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Idempotent {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Acquires(value = "mutex", idempotent = true)
  void ensureLocked() {
    if (!mutex.isHeldByCurrentThread()) {
      mutex.lock();
    }
  }

  void twice() {
    ensureLocked();
    try {
      ensureLocked();
      count++;
    } finally {
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void kept() {
    ensureLocked();
    count++;
  } // expect: LockLeak "mutex"
}
