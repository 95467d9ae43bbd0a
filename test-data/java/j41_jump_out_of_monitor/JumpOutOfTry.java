// The same ways out of a try whose finally unlocks.
package j41_jump_out_of_monitor;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class JumpOutOfTry {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void breaks(int[] steps) {
    for (int step : steps) {
      mutex.lock();
      try {
        if (step == 0) {
          break;
        }
        count += step;
      } finally {
        mutex.unlock();
      }
    }
    count++; // expect: UnguardedAccess "mutex"
  }

  void breaksWithoutFinally(int[] steps) {
    for (int step : steps) {
      mutex.lock();
      if (step == 0) {
        break;
      }
      count += step;
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void releasedAfterLoop(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      if (count == 0) {
        break;
      }
      count--;
    }
    count++;
    mutex.unlock();
  }

  void continueOuter(int rows, int columns) {
    outer:
    for (int i = 0; i < rows; i++) {
      mutex.lock();
      try {
        for (int j = 0; j < columns; j++) {
          if (count == j) {
            continue outer;
          }
          count++;
        }
      } finally {
        mutex.unlock();
      }
      count--; // expect: UnguardedAccess "mutex"
    }
  }
}
