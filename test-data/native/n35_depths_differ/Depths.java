package n35;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** The depth of a reentrant hold differs between the arms: one finding, where it is first felt. */
final class Depths {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private int mode;

  void atTheAccess() {
    lock.lock();
    if (mode == 1) {
      lock.lock();
    }
    count = 1;
    lock.unlock();
    count = 2; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void atTheRelease() {
    lock.lock();
    if (mode == 2) {
      lock.lock();
    }
    lock.unlock();
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void atTheEnd() {
    lock.lock();
    if (mode == 3) {
      lock.lock();
    }
    lock.unlock();
  } // expect: LockLeak "lock"

  void inALoop(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      lock.lock();
      count = i;
    }
    lock.unlock();
  } // expect: LockLeak "lock"

  void balanced() {
    lock.lock();
    if (mode == 4) {
      lock.lock();
      count = 1;
      lock.unlock();
    }
    count = 2;
    lock.unlock();
  }

  void correlated(boolean twice) {
    lock.lock();
    if (twice) {
      lock.lock();
    }
    count = 1;
    if (twice) {
      lock.unlock();
    }
    count = 2;
    lock.unlock();
  }
}
