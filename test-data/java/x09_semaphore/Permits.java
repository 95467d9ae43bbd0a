// A semaphore is no lock unless a guard names it; then one permit is the hold.
package x09_semaphore;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Semaphore;

class Permits {
  private final Semaphore permit = new Semaphore(1);
  private final Semaphore pool = new Semaphore(10);

  @GuardedBy("permit")
  private int count;

  void acquired() throws InterruptedException {
    permit.acquire();
    try {
      count++;
    } finally {
      permit.release();
    }
    count--; // expect: UnguardedAccess "permit"
  }

  void tried() {
    if (permit.tryAcquire()) {
      try {
        count++;
      } finally {
        permit.release();
      }
    } else {
      count--; // expect: UnguardedAccess "permit"
    }
  }

  void uninterruptibly() {
    permit.acquireUninterruptibly();
    try {
      count++;
    } finally {
      permit.release();
    }
  }

  void poolIsNoLock() throws InterruptedException {
    pool.acquire();
    pool.acquire();
    System.out.println("two permits");
    pool.release();
  }

  void poolReleasedElsewhere() {
    pool.release();
  }

  void wrongSemaphore() throws InterruptedException {
    pool.acquire();
    count++; // expect: UnguardedAccess "permit"
    pool.release();
  }
}
