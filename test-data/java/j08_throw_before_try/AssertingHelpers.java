// What a helper asserts first is its contract: where callers keep it, the assertion does not fail.
package j08_throw_before_try;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class AssertingHelpers {
  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("monitor")
  private int other;

  // ---- right

  private void asserting() {
    assert lock.isHeldByCurrentThread();
    count++;
  }

  private void throwing() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not held");
    }
    count++;
  }

  private void both() {
    assert lock.isHeldByCurrentThread() && Thread.holdsLock(monitor) : "locks";
    count++;
    other++;
  }

  void callsAsserting() {
    lock.lock();
    asserting();
    lock.unlock();
  }

  void callsThrowing() {
    lock.lock();
    throwing();
    lock.unlock();
  }

  void callsBoth() {
    lock.lock();
    synchronized (monitor) {
      both();
    }
    lock.unlock();
  }

  // ---- wrong

  private void assertingMore() {
    assert lock.isHeldByCurrentThread() && count > 0;
    count--;
  }

  private void assertingTwice() {
    assert lock.isHeldByCurrentThread();
    assert count > 0;
    count--;
  }

  private void assertingEither() {
    assert lock.isHeldByCurrentThread();
    assert lock.isHeldByCurrentThread() || Thread.holdsLock(monitor);
    assert Thread.holdsLock(this) || Thread.holdsLock(monitor);
    count--;
  }

  private void throwingLater() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not held");
    }
    if (count == 0) {
      throw new IllegalStateException("none left");
    }
    count--;
  }

  void callsAssertingMore() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    assertingMore();
    lock.unlock();
  }

  void callsAssertingTwice() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    assertingTwice();
    lock.unlock();
  }

  void callsAssertingEither() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    assertingEither(); // expect: LockNotHeld "'this' or 'this.monitor'"
    lock.unlock();
  }

  void callsThrowingLater() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    throwingLater();
    lock.unlock();
  }

  void callsUnlocked() {
    asserting(); // expect: LockNotHeld "lock"
  }
}
