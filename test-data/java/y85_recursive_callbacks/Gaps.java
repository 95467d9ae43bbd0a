package y85_recursive_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A helper that calls itself may run its callback with more locks, or with fewer. */
final class Gaps {
  private final ReentrantLock lock = new ReentrantLock();
  private final Gaps next;

  @GuardedBy("lock")
  private int sum;

  Gaps(Gaps next) {
    this.next = next;
  }

  private void locked(Runnable action, int left) {
    lock.lock();
    try {
      action.run();
      if (left > 0) {
        locked(action, left - 1);
      }
    } finally {
      lock.unlock();
    }
  }

  private void unlockedAtLast(Runnable action, int left) {
    if (left > 0) {
      action.run();
      unlockedAtLast(action, left - 1);
      return;
    }
    lock.unlock();
    try {
      action.run();
    } finally {
      lock.lock();
    }
  }

  private void ofNext(Runnable action, int left) {
    lock.lock();
    try {
      if (left == 0) {
        action.run();
      }
    } finally {
      lock.unlock();
    }
    if (left > 0) {
      next.ofNext(action, left - 1);
    }
  }

  void use() {
    locked(() -> sum++, 2);
    ofNext(() -> sum++, 2); // expect: UnguardedAccess "lock"
  }

  void heldBefore() {
    lock.lock();
    try {
      unlockedAtLast(() -> sum++, 2); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }
}
