// An early return while holding, without finally: a leak at that return.
package j07_return_while_holding;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class ReturnWhileHolding {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  int value() {
    mutex.lock();
    if (count == 0) {
      return -1; // expect: LockLeak "mutex"
    }
    int copy = count;
    mutex.unlock();
    return copy;
  }

  void noValue() {
    mutex.lock();
    if (count == 0) {
      return; // expect: LockLeak "mutex"
    }
    count--;
    mutex.unlock();
  }

  void neverReleased() {
    mutex.lock();
    count++;
  } // expect: LockLeak "mutex"

  int everyReturn(int kind) {
    mutex.lock();
    if (kind == 0) {
      return 0; // expect: LockLeak "mutex"
    }
    if (kind == 1) {
      mutex.unlock();
      return 1;
    }
    return count; // expect: LockLeak "mutex"
  }

  void oneArm(int kind) {
    mutex.lock();
    if (kind > count) {
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void fromLoop(int[] steps) {
    for (int step : steps) {
      mutex.lock();
      if (step == count) {
        return; // expect: LockLeak "mutex"
      }
      mutex.unlock();
    }
  }

  int released() {
    mutex.lock();
    if (count == 0) {
      mutex.unlock();
      return -1;
    }
    int copy = count;
    mutex.unlock();
    return copy;
  }

  int withFinally() {
    mutex.lock();
    try {
      if (count == 0) {
        return -1;
      }
      return count;
    } finally {
      mutex.unlock();
    }
  }
}
