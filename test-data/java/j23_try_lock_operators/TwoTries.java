// Two conditional acquisitions in one condition.
package j23_try_lock_operators;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class TwoTries {
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();

  @GuardedBy("left")
  private int a;

  @GuardedBy("right")
  private int b;

  void both() {
    if (left.tryLock()) {
      if (right.tryLock()) {
        a = b;
        right.unlock();
      }
      left.unlock();
    }
  }

  void bothInOne() {
    if (left.tryLock() && right.tryLock()) {
      a = b;
      right.unlock();
      left.unlock();
    }
  } // expect: LockLeak "left"

  void secondFailed() {
    if (!left.tryLock() || !right.tryLock()) {
      return; // expect: LockLeak "left"
    }
    a = b;
    right.unlock();
    left.unlock();
  }

  void storedBoth() {
    boolean l = left.tryLock();
    boolean r = right.tryLock();
    if (l && r) {
      a = b;
    }
    if (r) {
      right.unlock();
    }
    if (l) {
      left.unlock();
    }
  }

  void storedConjunction() {
    boolean l = left.tryLock();
    boolean r = l && right.tryLock();
    if (r) {
      a = b;
      right.unlock();
    }
    if (l) {
      a++;
      left.unlock();
    }
  }
}
