package n14;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A continue or break that skips the relock: one finding, where it is first felt. */
final class Loops {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void atTheAccess(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      count = i; // expect: UnguardedAccess "lock"
      lock.unlock();
      if (i == 3) {
        continue;
      }
      lock.lock();
    }
    lock.unlock();
  }

  void atTheRelease(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
      if (i == 3) {
        continue;
      }
      lock.lock();
    }
    lock.unlock();
  }

  void afterTheBreak(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      count = i;
      lock.unlock();
      if (i == 5) {
        break;
      }
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void labelled(int turns) {
    lock.lock();
    outer:
    for (int i = 0; i < turns; i++) {
      for (int j = 0; j < i; j++) {
        count = j; // expect: UnguardedAccess "lock"
        lock.unlock();
        if (j == 7) {
          continue outer;
        }
        lock.lock();
      }
    }
    lock.unlock();
  }

  void relocksFirst(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      count = i;
      lock.unlock();
      if (i == 3) {
        lock.lock();
        continue;
      }
      lock.lock();
    }
    lock.unlock();
  }
}
