package n13;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** A loop body locks and never unlocks: one finding, whatever the lock. */
final class Loops {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int other;

  void reentrant(int turns) {
    for (int i = 0; i < turns; i++) {
      lock.lock();
      count = i;
    }
  } // expect: LockLeak "lock"

  int reentrantWithReturn(int turns) {
    int i = 0;
    while (i < turns) {
      lock.lock();
      count = i;
      i++;
    }
    return i; // expect: LockLeak "lock"
  }

  void notReentrant(int turns) {
    for (int i = 0; i < turns; i++) {
      stamped.asWriteLock().lock(); // expect: InconsistentLocking "stamped"
      other = i;
    }
  }

  void balanced(int turns) {
    for (int i = 0; i < turns; i++) {
      lock.lock();
      count = i;
      lock.unlock();
    }
  }

  void monitor(int turns) {
    for (int i = 0; i < turns; i++) {
      synchronized (lock) {
        if (i == 3) {
          continue;
        }
      }
    }
  }
}
