package y91_asserting_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A private helper that does nothing but to assert that a lock is held is such an assertion. */
class AssertingHelpers {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int value;

  @GuardedBy("this")
  private int own;

  private boolean open;

  private void throwing() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not locked");
    }
  }

  private void asserting() {
    assert lock.isHeldByCurrentThread() : "not locked";
  }

  private void twice() {
    assert lock.isHeldByCurrentThread();
    if (!rw.isWriteLockedByCurrentThread()) {
      String message = "not locked";
      throw new IllegalStateException(message);
    }
  }

  private void byAnother() {
    throwing();
  }

  private static void held(ReentrantLock some) {
    if (!some.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  private void monitor() {
    if (!Thread.holdsLock(this)) {
      throw new IllegalStateException();
    }
  }

  private void notHeld() {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  void first() {
    throwing();
    count++;
  }

  void second() {
    asserting();
    count++;
  }

  void both() {
    twice();
    count++;
    value++;
  }

  void nested() {
    byAnother();
    count++;
  }

  void argument() {
    held(lock);
    count++;
  }

  void ofMonitor() {
    monitor();
    own++;
  }

  void later(int n) {
    System.out.println(n);
    throwing();
    count++;
  }

  void locked() {
    lock.lock();
    throwing();
    count++;
    lock.unlock();
  }

  void callsOne() {
    lock.lock();
    try {
      first();
      second();
      nested();
      argument();
    } finally {
      lock.unlock();
    }
  }

  void freeFirst() {
    notHeld();
    lock.lock();
    count++;
    lock.unlock();
  }

  /* What is wrong. */

  void wrongLock() {
    held(other);
    count++; // expect: UnguardedAccess "this.lock"
  }

  void before() {
    count++; // expect: UnguardedAccess "this.lock"
    throwing();
  }

  void callsUnlocked() {
    first(); // expect: LockNotHeld "this.lock"
    second(); // expect: LockNotHeld "this.lock"
    argument(); // expect: LockNotHeld "this.lock"
    ofMonitor(); // expect: LockNotHeld "this"
  }

  void callsOneOfTwo() {
    lock.lock();
    try {
      both(); // expect: LockNotHeld "this.rw"
    } finally {
      lock.unlock();
    }
  }

  void releasedSince() {
    throwing();
    count++;
    lock.unlock();
  } // expect: BrokenContract "this.lock"

  void mayFail() {
    other.lock(); // expect: LockLeakOnThrow
    throwing();
    other.unlock();
  }

  void holdsIt() {
    lock.lock();
    try {
      notHeld(); // expect: LockExcluded
    } finally {
      lock.unlock();
    }
  }

  /* Not nothing but an assertion: what it needs is asked of its callers. */

  private void works() {
    assert lock.isHeldByCurrentThread();
    count++;
  }

  private void onSome() {
    if (open && !lock.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  private void returns() {
    if (!lock.isHeldByCurrentThread()) {
      return;
    }
    System.out.println("held");
  }

  void callsWorking() {
    works(); // expect: LockNotHeld "this.lock"
  }

  void callsOnSome() {
    onSome();
    count++; // expect: UnguardedAccess
  }

  void callsReturning() {
    returns();
    count++; // expect: UnguardedAccess
  }
}
