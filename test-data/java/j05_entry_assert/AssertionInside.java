// An assertion further down is believed from there on, but asks nothing of callers, and is no leak
// at the end. A test of ownership is believed in its branch.
package j05_entry_assert;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class AssertionInside {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void late() {
    System.out.println("late");
    assert mutex.isHeldByCurrentThread();
    count++;
  }

  void early() {
    count++; // expect: UnguardedAccess "mutex"
    assert mutex.isHeldByCurrentThread();
    count++;
  }

  void caller() {
    late();
  }

  void tested() {
    if (mutex.isHeldByCurrentThread()) {
      count++;
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  int testedEarlyReturn() {
    if (!mutex.isHeldByCurrentThread()) {
      return 0;
    }
    return count;
  }

  int conditional() {
    return mutex.isHeldByCurrentThread() ? count : 0;
  }

  boolean conjunction() {
    return mutex.isHeldByCurrentThread() && count > 0;
  }

  boolean disjunction() {
    return mutex.isHeldByCurrentThread() || count > 0; // expect: UnguardedAccess "mutex"
  }
}
