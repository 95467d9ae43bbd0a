// Conditional effects: the body has to match each result, the caller follows the branch.
package j16_effect_helpers;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

class Conditional {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean begin() {
    return mutex.tryLock();
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean beginAlways() {
    mutex.lock();
    return true;
  }

  @AcquiresIf(value = "mutex", result = When.FALSE)
  boolean failed() {
    if (mutex.tryLock()) {
      return false;
    }
    return true;
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean beginIfPositive() {
    mutex.lock();
    if (count > 0) {
      return true;
    }
    mutex.unlock();
    return false;
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean wrongAnswer() {
    mutex.lock();
    return false; // expect: BrokenContract "mutex"
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean emptyPromise() {
    return true; // expect: BrokenContract "mutex"
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean inverted() {
    return !mutex.tryLock(); // expect: BrokenContract "mutex"
  }

  @ReleasesIf(value = "mutex", result = When.TRUE)
  boolean endIfZero() {
    if (count == 0) {
      mutex.unlock();
      return true;
    }
    return false;
  }

  void use() {
    if (begin()) {
      try {
        count++;
      } finally {
        mutex.unlock();
      }
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void useInverted() {
    if (failed()) {
      return;
    }
    count++;
    mutex.unlock();
  }

  @Requires("mutex")
  void useRelease() {
    if (endIfZero()) {
      count++; // expect: UnguardedAccess "mutex"
      mutex.lock();
    } else {
      count++;
    }
  }

  void unheldRelease() {
    if (endIfZero()) { // expect: ReleaseNotHeld "mutex"
      System.out.println("ended");
    }
  }
}
