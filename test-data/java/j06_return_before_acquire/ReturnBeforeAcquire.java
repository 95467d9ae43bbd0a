// An early return before the acquisition inside a try whose finally unlocks: the finally releases
// what that path does not hold; an access before the acquisition is reported.
package j06_return_before_acquire;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class ReturnBeforeAcquire {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void earlyReturn(boolean skip) {
    try {
      if (skip) {
        return;
      }
      mutex.lock();
      count++;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void accessBefore() {
    try {
      count++; // expect: UnguardedAccess "mutex"
      mutex.lock();
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void throwsBefore(Runnable task) {
    try {
      task.run();
      mutex.lock();
      count++;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void acquiredFirst(boolean skip) {
    try {
      mutex.lock();
      if (skip) {
        return;
      }
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void returnOutside(boolean skip) {
    if (skip) {
      return;
    }
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }
}
