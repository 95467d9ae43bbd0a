package c_inference;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.TestsHeld;
import java.util.concurrent.locks.ReentrantLock;

/** A leading assertion is a contract of any method that begins with it; a negative one excludes. */
class Leading {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @GuardedBy("this")
  int other;

  @TestsHeld("lock")
  boolean isLocked() {
    return lock.isHeldByCurrentThread();
  }

  @AssertsHeld("lock")
  void check() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("lock needed");
    }
  }

  void byAssert() {
    assert lock.isHeldByCurrentThread();
    count = 3;
  }

  void byHoldsLock() {
    assert Thread.holdsLock(this) : "monitor needed";
    other = 5;
  }

  void afterOthers(Object reader) {
    assert reader != null;
    assert reader != lock : "not the lock";
    assert Thread.holdsLock(this) : "monitor needed";
    other = 6;
  }

  void afterOthersUnheld() {
    afterOthers(this); // expect: LockNotHeld "holdsLock(this)"
  }

  synchronized void afterOthersHeld() {
    afterOthers(this);
  }

  void afterOneThatMayTest(Object reader) {
    assert isOpen();
    assert Thread.holdsLock(this) : "no contract";
    other = 7;
  }

  void afterOneThatMayTestUnheld() {
    afterOneThatMayTest(this);
  }

  private static boolean isOpen() {
    return true;
  }

  void byThrow() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("lock needed");
    }
    count = 7;
  }

  void byTest() {
    if (!isLocked()) {
      throw new IllegalStateException("lock needed");
    }
    count = 9;
  }

  void byCall() {
    check();
    count = 11;
  }

  void negative() {
    assert !lock.isHeldByCurrentThread();
    lock.lock();
    count = 13;
    lock.unlock();
  }

  void negativeAndLeak() {
    assert !lock.isHeldByCurrentThread();
    lock.lock();
    count = 15;
  } // expect: LockLeak "lock"

  void negativeThrow() {
    if (Thread.holdsLock(this)) {
      throw new IllegalStateException("monitor held");
    }
  }

  void notLeading(int n) {
    count = n; // expect: UnguardedAccess "lock"
    assert lock.isHeldByCurrentThread();
  }

  void notHeld() {
    byAssert(); // expect: LockNotHeld "lock"
    byHoldsLock(); // expect: LockNotHeld "this"
    byThrow(); // expect: LockNotHeld "lock"
    byTest(); // expect: LockNotHeld "lock"
    byCall(); // expect: LockNotHeld "lock"
    negative();
    negativeThrow();
    check();
  }

  synchronized void held() {
    negativeThrow(); // expect: LockExcluded "this"
    byHoldsLock();
    lock.lock();
    try {
      byAssert();
      byThrow();
      byTest();
      byCall();
      negative(); // expect: LockExcluded "lock"
    } finally {
      lock.unlock();
    }
  }

  /** What a method takes itself is not asked of its callers; what it asserts besides is. */
  synchronized void takesMonitor() {
    assert Thread.holdsLock(this);
    other = 17;
  }

  synchronized void takesMonitorOnly() {
    assert Thread.holdsLock(this);
    assert lock.isHeldByCurrentThread();
    count = 19;
  }

  static synchronized void takesClass() {
    assert Thread.holdsLock(Leading.class);
  }

  static synchronized void takesOther() {
    assert Thread.holdsLock(Places.class);
  }

  void callsTakers() {
    takesMonitor();
    takesClass();
    takesMonitorOnly(); // expect: LockNotHeld "lock"
    takesOther(); // expect: LockNotHeld "Places.class"
  }
}
