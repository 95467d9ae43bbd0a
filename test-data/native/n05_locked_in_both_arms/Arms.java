package n05;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Both arms of a branch lock, the unlock comes after they meet: all right. */
final class Arms {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int other;

  private int ways;

  void ifElse(boolean fast, int n) {
    if (fast) {
      lock.lock();
      ways = 1;
    } else {
      ways = 2;
      lock.lock();
    }
    count = n;
    lock.unlock();
  }

  void switchArms(int kind, int n) {
    switch (kind) {
      case 1:
        lock.lock();
        break;
      case 2:
        ways = 2;
        lock.lock();
        break;
      default:
        lock.lock();
    }
    try {
      count = n;
    } finally {
      lock.unlock();
    }
  }

  void arrowSwitch(int kind, int n) {
    switch (kind) {
      case 1 -> lock.lock();
      default -> {
        ways = 3;
        lock.lock();
      }
    }
    count = n;
    lock.unlock();
  }

  void conditionalStamp(boolean again, int n) {
    long stamp = again ? stamped.writeLock() : stamped.writeLock();
    try {
      other = n;
    } finally {
      stamped.unlockWrite(stamp);
    }
  }

  void triedFirst(int n) {
    if (!lock.tryLock()) {
      ways = 4;
      lock.lock();
    }
    count = n;
    lock.unlock();
  }

  void afterTheUnlock(boolean fast, int n) {
    if (fast) {
      lock.lock();
    } else {
      lock.lock();
    }
    lock.unlock();
    count = n; // expect: UnguardedAccess "lock"
  }
}
