package c_flow_effects_through_helpers;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Helpers that take or give back for their caller need a contract; without one each is a finding.
 */
final class Effects {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private void takes() {
    lock.lock();
  } // expect: LockLeak "lock"

  private void gives() {
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  @Acquires("lock")
  private void begin() {
    lock.lock();
  }

  @Releases("lock")
  private void end() {
    lock.unlock();
  }

  @Acquires("lock")
  private void beginIndirectly() {
    begin();
  }

  @Releases("lock")
  private void endIndirectly() {
    count = 3;
    end();
  }

  void declared() {
    beginIndirectly();
    try {
      count = 5;
    } finally {
      endIndirectly();
    }
    count = 7; // expect: UnguardedAccess "lock"
  }

  @Acquires("lock")
  boolean beginOrThrow(int n) {
    begin();
    if (count == n) {
      end();
      throw new IllegalStateException("same");
    }
    return true;
  }
}
