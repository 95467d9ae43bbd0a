package c_tests_held;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A private method whose whole body returns a test of a lock is that test, without a word; a method
 * that others may call or override, or that asks for more or less, is not.
 */
class Helpers {
  private static final ReentrantLock SHARED = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Object monitor = new Object();

  @GuardedBy("SHARED")
  private static int shared;

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int both;

  @GuardedBy("monitor")
  private int watched;

  private boolean held() {
    return lock.isHeldByCurrentThread();
  }

  private boolean heldInParentheses() {
    return (this.lock.isHeldByCurrentThread());
  }

  private boolean heldThroughAnother() {
    return held();
  }

  private boolean written() {
    return rw.isWriteLockedByCurrentThread();
  }

  private boolean watched() {
    return Thread.holdsLock(monitor);
  }

  private static boolean sharedHeld() {
    return SHARED.isHeldByCurrentThread();
  }

  private static boolean heldBy(Helpers other) {
    return other.lock.isHeldByCurrentThread();
  }

  private boolean notHeld() {
    return !lock.isHeldByCurrentThread();
  }

  private boolean heldOr(boolean force) {
    return force || lock.isHeldByCurrentThread();
  }

  private boolean heldByAnybody() {
    return lock.isLocked();
  }

  boolean open() {
    return lock.isHeldByCurrentThread();
  }

  void inABranch(int n) {
    if (held()) {
      count = n;
    } else {
      count = n; // expect: UnguardedAccess "lock"
    }
    if (heldInParentheses()) {
      count = n;
    }
    if (heldThroughAnother()) {
      count = n;
    }
    if (written()) {
      both = n;
    }
    if (watched()) {
      watched = n;
    }
    if (sharedHeld()) {
      shared = n;
    }
  }

  void afterAThrow(int n) {
    int copy = n + 1;
    if (!held()) {
      throw new IllegalStateException();
    }
    count = copy;
  }

  void unlockIfHeld(String text) {
    lock.lock();
    try {
      Integer.parseInt(text);
    } finally {
      if (held()) {
        lock.unlock();
      }
    }
  }

  void ofAParameter(Helpers other, int n) {
    if (heldBy(other)) {
      other.count = n;
      count = n; // expect: UnguardedAccess "other.lock"
    }
  }

  void theContrary(int n) {
    if (notHeld()) {
      count = n; // expect: UnguardedAccess "lock"
    } else {
      count = n;
    }
  }

  void somethingElse(int n) {
    if (heldOr(n == 3)) {
      count = n; // expect: UnguardedAccess "lock"
    }
    if (heldByAnybody()) {
      count = n; // expect: UnguardedAccess "lock"
    }
    if (open()) {
      count = n; // expect: UnguardedAccess "lock"
    }
  }
}
