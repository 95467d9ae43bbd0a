// Releasing a lock that this path never took, directly or through a releasing helper.
package j15_foreign_unlock;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class ForeignUnlock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock spare = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Acquires("mutex")
  void begin() {
    mutex.lock();
  }

  @Releases("mutex")
  void end() {
    mutex.unlock();
  }

  void direct() {
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void throughHelper() {
    end(); // expect: ReleaseNotHeld "mutex"
  }

  void otherLock() {
    spare.lock();
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    spare.unlock();
  }

  void otherObject(ForeignUnlock other) {
    begin();
    try {
      count++;
      other.end(); // expect: ReleaseNotHeld "other.mutex"
    } finally {
      end();
    }
  }

  void oneArm(boolean take) {
    if (take) {
      begin();
    }
    end(); // expect: ReleaseNotHeld "mutex"
  }

  void twiceThroughHelper() {
    begin();
    end();
    end(); // expect: ReleaseNotHeld "mutex"
  }

  void paired() {
    begin();
    try {
      count++;
    } finally {
      end();
    }
  }

  void mixed() {
    mutex.lock();
    count++;
    end();
    begin();
    count++;
    mutex.unlock();
  }

  @Requires("mutex")
  void keepsItsContract() {
    mutex.unlock();
    mutex.lock();
  }
}
