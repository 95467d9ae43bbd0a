// Conditional acquisitions built from each other.
package y26_results;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

class Delegated {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @AcquiresIf("mutex")
  boolean begin() {
    return mutex.tryLock();
  }

  @AcquiresIf("mutex")
  boolean beginIf(boolean wanted) {
    return wanted && begin();
  }

  @AcquiresIf("mutex")
  boolean beginUnless(boolean skip) {
    return skip || begin(); // expect: BrokenContract "mutex"
  }

  @AcquiresIf("mutex")
  boolean counted() {
    boolean begun = begin();
    if (!begun) {
      return false;
    }
    count++;
    return begun;
  }

  @AcquiresIf("mutex")
  boolean spelledOut() {
    if (begin()) {
      return true;
    } else {
      return false;
    }
  }

  @AcquiresIf("mutex")
  boolean retried(int attempts) {
    for (int i = 0; i < attempts; i++) {
      if (begin()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  @AcquiresIf(value = "mutex", result = When.FALSE)
  boolean refused() {
    return !begin();
  }

  @AcquiresIf("mutex")
  boolean halfForgotten(boolean fast) {
    if (fast) {
      return begin();
    }
    mutex.lock();
    if (count == 0) {
      return false; // expect: BrokenContract "mutex"
    }
    return true;
  }
}
