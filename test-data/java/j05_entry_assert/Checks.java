// Assertions by a method of one's own: @AssertsHeld and @TestsHeld. The asserting method itself
// needs nothing; a method that begins with it does.
package j05_entry_assert;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.TestsHeld;
import java.util.concurrent.locks.ReentrantLock;

class Checks {
  final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @AssertsHeld("mutex")
  void check() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  @TestsHeld("mutex")
  boolean owned() {
    return mutex.isHeldByCurrentThread();
  }

  void checked() {
    check();
    count++;
  }

  void thrownUnlessOwned() {
    if (!owned()) {
      throw new IllegalStateException();
    }
    count++;
  }

  void assertOwned() {
    assert owned();
    count++;
  }

  void callers() {
    checked(); // expect: LockNotHeld "mutex"
    thrownUnlessOwned(); // expect: LockNotHeld "mutex"
    assertOwned(); // expect: LockNotHeld "mutex"
  }

  void middle() {
    System.out.println("middle");
    check();
    count++;
  }

  void branch() {
    if (owned()) {
      count++;
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void holding() {
    mutex.lock();
    try {
      checked();
      thrownUnlessOwned();
      assertOwned();
    } finally {
      mutex.unlock();
    }
  }

  @AssertsHeld("mutex")
  void assertsNothing() {
    System.out.println("trust me");
  } // expect: BrokenContract "mutex"
}
