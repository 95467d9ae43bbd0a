// Where the depth differs between two paths, or grows in a loop, it is reported once, where it
// first matters.
package j17_hold_count;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class DepthDiffers {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void access(boolean deep) {
    mutex.lock();
    if (deep) {
      mutex.lock();
    }
    mutex.unlock();
    count++; // expect: UnguardedAccess "mutex"
    if (deep) {
      mutex.unlock();
    }
  }

  void leak(boolean deep) {
    mutex.lock();
    if (deep) {
      mutex.lock();
    }
    count++;
    mutex.unlock();
  } // expect: LockLeak "mutex"

  void correlated(boolean deep) {
    mutex.lock();
    if (deep) {
      mutex.lock();
    }
    count++;
    if (deep) {
      mutex.unlock();
    }
    count++;
    mutex.unlock();
  }

  void growsInLoop(int rounds) {
    for (int i = 0; i < rounds; i++) {
      mutex.lock();
    }
  } // expect: LockLeak "mutex"

  void shrinksInLoop(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }
}
