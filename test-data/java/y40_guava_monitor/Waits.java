// Guava's waits that nothing interrupts take and need what the interruptible ones do.
package y40_guava_monitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class Waits {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Semaphore permit = new Semaphore(1);

  @GuardedBy("lock")
  private int count;

  @GuardedBy("permit")
  private int permitted;

  void waits() {
    lock.lock();
    try {
      Uninterruptibles.awaitUninterruptibly(changed, 3, SECONDS);
      count++;
    } finally {
      lock.unlock();
    }
  }

  void waitsWithout() {
    Uninterruptibles.awaitUninterruptibly(changed, 3, SECONDS); // expect: LockNotHeld "lock"
  }

  void tries() {
    if (Uninterruptibles.tryLockUninterruptibly(lock, 3, SECONDS)) {
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  void triesInVain() {
    Uninterruptibles.tryLockUninterruptibly(lock, 3, SECONDS); // expect: UncheckedTryLock
  }

  void permitted() {
    boolean has = Uninterruptibles.tryAcquireUninterruptibly(permit, 3, SECONDS);
    if (!has) {
      return;
    }
    try {
      permitted++;
    } finally {
      permit.release();
    }
  }

  void notPermitted() {
    if (!Uninterruptibles.tryAcquireUninterruptibly(permit, 3, SECONDS)) {
      permitted++; // expect: UnguardedAccess
      return;
    }
    permit.release();
  }
}
