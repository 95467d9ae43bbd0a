// A leading "assert held" or "throw unless held" makes the accesses after it right, and is a
// contract that callers have to keep.
package j05_entry_assert;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class AssertedEntry {
  final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("this")
  private int size;

  void asserted() {
    assert mutex.isHeldByCurrentThread();
    count++;
  }

  void assertedWithDetail() {
    assert mutex.isHeldByCurrentThread() : "mutex";
    count++;
  }

  void thrownUnless() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new IllegalStateException("mutex is not held");
    }
    count++;
  }

  void monitorAsserted() {
    assert Thread.holdsLock(this);
    size++;
  }

  void monitorThrown() {
    if (!Thread.holdsLock(this)) throw new IllegalMonitorStateException();
    size++;
  }

  void callers() {
    asserted(); // expect: LockNotHeld "mutex"
    assertedWithDetail(); // expect: LockNotHeld "mutex"
    thrownUnless(); // expect: LockNotHeld "mutex"
    monitorAsserted(); // expect: LockNotHeld "this"
    monitorThrown(); // expect: LockNotHeld "this"
  }

  synchronized void holdingCallers() {
    mutex.lock();
    try {
      asserted();
      assertedWithDetail();
      thrownUnless();
    } finally {
      mutex.unlock();
    }
    monitorAsserted();
    monitorThrown();
  }

  void wrongAssertion() {
    assert Thread.holdsLock(this);
    count++; // expect: UnguardedAccess "mutex"
  }

  void afterRelease() {
    assert mutex.isHeldByCurrentThread();
    mutex.unlock();
    count++; // expect: UnguardedAccess "mutex"
    mutex.lock();
  }
}
