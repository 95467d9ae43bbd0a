package c_acquires_if;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** A conditional acquisition, for each of the six outcomes: held there, unheld otherwise. */
abstract class Outcomes {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @AcquiresIf(value = "lock", result = When.TRUE)
  abstract boolean taken();

  @AcquiresIf(value = "lock", result = When.FALSE)
  abstract boolean busy();

  @AcquiresIf(value = "lock", result = When.NON_NULL)
  abstract String ticket();

  @AcquiresIf(value = "lock", result = When.NULL)
  abstract String problem();

  @AcquiresIf(value = "lock", result = When.NON_ZERO)
  abstract long stamp();

  @AcquiresIf(value = "lock", result = When.ZERO)
  abstract int errorCode();

  void onTrue() {
    if (taken()) {
      count = 3;
      lock.unlock();
    } else {
      count = 5; // expect: UnguardedAccess "lock"
    }
  }

  void onFalse() {
    if (busy()) {
      count = 3; // expect: UnguardedAccess "lock"
      return;
    }
    count = 5;
    lock.unlock();
  }

  void onNonNull() {
    String ticket = ticket();
    if (ticket == null) {
      count = 3; // expect: UnguardedAccess "lock"
      return;
    }
    count = 5;
    lock.unlock();
  }

  void onNull() {
    String problem = problem();
    if (problem != null) {
      count = 3; // expect: UnguardedAccess "lock"
    } else {
      count = 5;
      lock.unlock();
    }
  }

  void onNonZero() {
    long stamp = stamp();
    if (stamp != 0L) {
      count = 3;
      lock.unlock();
    } else {
      count = 5; // expect: UnguardedAccess "lock"
    }
  }

  void onZero() {
    if (errorCode() == 0) {
      count = 3;
      lock.unlock();
      return;
    }
    count = 5; // expect: UnguardedAccess "lock"
  }

  void untested() {
    boolean ok = taken();
    count = 7; // expect: UnguardedAccess "lock"
    if (ok) {
      lock.unlock();
    }
  }

  void ignored() {
    taken(); // expect: UncheckedTryLock "lock"
  }

  void nothingChangedWhenItThrew() {
    boolean ok = false;
    try {
      ok = taken();
    } catch (IllegalStateException e) {
      count = 9; // expect: UnguardedAccess "lock"
    }
    if (ok) {
      lock.unlock();
    }
  }

  void leaked() {
    if (taken()) {
      count = 11;
    }
  } // expect: LockLeak "lock"

  void positiveStamp() {
    long stamp = stamp();
    if (stamp > 0) {
      count = 3;
    }
    if (stamp != 0) {
      lock.unlock();
    }
  }

  void negativeStampForgotten() {
    long stamp = stamp();
    if (stamp > 0) {
      count = 3;
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void comparedWithAConstant() {
    final int none = 0;
    int code = errorCode();
    if (code == none) {
      count = 3;
      lock.unlock();
    }
  }

  void negativeCodesOnly() {
    if (errorCode() < 0) {
      return;
    }
    count = 3; // expect: UnguardedAccess "lock"
    lock.unlock();
  }
}
