package j21_try_lock_ignored;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A helper that ignores its own attempt is told there; its callers are not asked for the lock. */
final class InHelper {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private void guesses() {
    lock.tryLock(); // expect: UncheckedTryLock
    try {
      count++; // expect: UnguardedAccess "only some of the paths"
    } finally {
      lock.unlock();
    }
  }

  void unaware() {
    guesses();
  }

  void holding() {
    lock.lock();
    try {
      guesses();
    } finally {
      lock.unlock();
    }
  }

  private void asks() {
    if (lock.tryLock()) {
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }

  void aware() {
    asks();
  }

  private void needs() {
    count++;
  }

  void forgets() {
    needs(); // expect: LockNotHeld "lock"
  }
}
