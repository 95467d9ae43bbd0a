package c_semaphore;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Semaphore;

/** A semaphore is no lock, unless a guard names it: then one permit is an exclusive hold. */
final class Permits {
  private final Semaphore permit = new Semaphore(1);
  private final Semaphore plain = new Semaphore(3);

  @GuardedBy("permit")
  private int count;

  void acquired(int n) throws InterruptedException {
    permit.acquire();
    try {
      count = n;
    } finally {
      permit.release();
    }
    count = n; // expect: UnguardedAccess "permit"
  }

  void uninterruptibly(int n) {
    permit.acquireUninterruptibly();
    count = n;
    permit.release();
  }

  void tried(int n) {
    if (permit.tryAcquire()) {
      count = n;
      permit.release();
    } else {
      count = n; // expect: UnguardedAccess "permit"
    }
  }

  void ignored() {
    permit.tryAcquire(); // expect: UncheckedTryLock "'this.permit'"
  }

  void notALockTried(Semaphore given) {
    plain.tryAcquire();
    given.tryAcquire();
  }

  void notALock() throws InterruptedException {
    plain.release();
    plain.acquire();
  }

  int notHeld() {
    return count; // expect: UnguardedAccess "permit"
  }
}
