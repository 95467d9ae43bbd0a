package c_lock_unchecked;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** A body that is not checked; its contract still binds callers. */
class Unchecked {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @LockUnchecked(reason = "the native side holds the lock")
  void notChecked() {
    count = 3;
    lock.unlock();
  }

  @Requires("lock")
  @LockUnchecked(reason = "read during start-up")
  void contractBinds() {
    count = 5;
  }

  @Acquires("lock")
  @LockUnchecked(reason = "taken by a library")
  void begin() {}

  @LockUnchecked(reason = "the other one is not shared yet")
  Unchecked(Unchecked other, int n) {
    other.count = n;
  }

  Unchecked(Unchecked other) {
    other.count = 7; // expect: UnguardedAccess "other.lock"
  }

  void caller() {
    contractBinds(); // expect: LockNotHeld "lock"
    begin();
    count = 9;
    lock.unlock();
    count = 11; // expect: UnguardedAccess "lock"
  }

  @LockUnchecked(reason = "generated code")
  static final class Whole {
    void anything(Unchecked u) {
      u.count = 13;
      u.contractBinds();
    }
  }

  @LockUnchecked(reason = " ") // expect: InvalidContract
  void blankReason() {}

  @LockUnchecked(reason = "") // expect: InvalidContract
  void noReason() {}
}
