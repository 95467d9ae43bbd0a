// tryLock inside &&, || and ?: - the operand or arm that is evaluated next follows its outcome.
package j23_try_lock_operators;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

class TryLockOperators {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Releases("mutex")
  boolean isZeroAndEnd() {
    boolean zero = count == 0;
    mutex.unlock();
    return zero;
  }

  @Releases("mutex")
  int takeAndEnd() {
    int copy = count;
    mutex.unlock();
    return copy;
  }

  boolean conjunction() {
    return mutex.tryLock() && isZeroAndEnd();
  }

  boolean disjunction() {
    return !mutex.tryLock() || isZeroAndEnd();
  }

  int conditional() {
    return mutex.tryLock() ? takeAndEnd() : -1;
  }

  int conditionalNegated() {
    return !mutex.tryLock() ? -1 : takeAndEnd();
  }

  boolean wrongOperand() {
    return mutex.tryLock() ? isZeroAndEnd() : count == 0; // expect: UnguardedAccess "mutex"
  }

  boolean accessOnFailure() {
    return mutex.tryLock()
        ? isZeroAndEnd()
        : isZeroAndEnd(); // expect: ReleaseNotHeld "mutex"
  }

  void leakOnSecondOperand(boolean wanted) {
    if (mutex.tryLock() && wanted) {
      count++;
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void leakOnSecondCall(BooleanSupplier wanted) {
    if (mutex.tryLock() && wanted.getAsBoolean()) { // expect: LockLeakOnThrow "mutex"
      count++;
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void secondOperandFirst(boolean wanted) {
    if (wanted && mutex.tryLock()) {
      count++;
      mutex.unlock();
    }
  }

  void negatedPair(boolean wanted) {
    if (!wanted || !mutex.tryLock()) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void joinedWithAccess() {
    if (mutex.tryLock() && count > 0) {
      count--;
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void leftOperand() {
    if (count > 0 && mutex.tryLock()) { // expect: UnguardedAccess "mutex"
      mutex.unlock();
    }
  }

  boolean flagged() {
    boolean held = false;
    try {
      return (held = mutex.tryLock()) && count > 0;
    } finally {
      if (held) {
        mutex.unlock();
      }
    }
  }
}
