package c_tests_held;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.TestsHeld;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** True exactly if held: callers may rely on it in that branch. */
class Tested {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  int count;

  @TestsHeld("lock")
  boolean isLocked() {
    return lock.isHeldByCurrentThread();
  }

  @TestsHeld("rw.writeLock()")
  boolean isWriteLocked() {
    return rw.isWriteLockedByCurrentThread();
  }

  @TestsHeld({"lock", "rw.writeLock()"})
  boolean isBoth() {
    return lock.isHeldByCurrentThread() && rw.isWriteLockedByCurrentThread();
  }

  @TestsHeld({"lock", "rw.writeLock()"})
  boolean onlyOneOfBoth() {
    return lock.isHeldByCurrentThread(); // expect: BrokenContract "rw"
  }

  @TestsHeld("lock")
  boolean alwaysTrue() {
    return true; // expect: BrokenContract "lock"
  }

  void branch(int n) {
    if (isLocked()) {
      count = n;
    } else {
      count = n; // expect: UnguardedAccess "lock"
    }
    count = n; // expect: UnguardedAccess "lock"
  }

  void negated(int n) {
    if (n == 3) {
      return;
    }
    if (!isLocked()) {
      return;
    }
    count = n;
  }

  void inAssert(int n) {
    int copy = n + 1;
    assert isLocked() : "lock needed";
    count = copy;
  }

  void inAVariable(int n) {
    boolean locked = isLocked();
    if (locked) {
      count = n;
    }
  }

  int inAConditional(int n) {
    return isLocked() && n > 3 ? count : 0;
  }

  void unlockIfHeld(String text) {
    lock.lock();
    try {
      Integer.parseInt(text);
    } finally {
      if (isLocked()) {
        lock.unlock();
      }
    }
  }

  void counted(int n) {
    if (lock.getHoldCount() > 0) {
      count = n;
    }
    if (1 <= lock.getHoldCount()) {
      count = n;
    }
    if (lock.getHoldCount() == 2) {
      count = n;
    }
    if (lock.getHoldCount() < 1) {
      count = n; // expect: UnguardedAccess "lock"
      return;
    }
    count = n;
  }

  void countedTooFew(int n) {
    if (lock.getHoldCount() >= 0) {
      count = n; // expect: UnguardedAccess "lock"
    }
  }

  @TestsHeld("lock")
  boolean isCounted() {
    return lock.getHoldCount() > 0;
  }

  @TestsHeld("lock")
  boolean isNotCounted() {
    return lock.getHoldCount() == 0; // expect: BrokenContract "lock"
  }
}
