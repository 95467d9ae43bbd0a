package c_acquires_if;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** The body of a conditional acquisition: held on that outcome, unheld on the other. */
final class Bodies {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();
  private final String name = "bodies";

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean handedOn() {
    return lock.tryLock();
  }

  @AcquiresIf(value = "lock", result = When.FALSE)
  boolean negated() {
    return !lock.tryLock();
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean spelledOut() {
    if (lock.tryLock()) {
      return true;
    }
    return false;
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean inAVariable() {
    boolean ok = lock.tryLock();
    return ok;
  }

  @AcquiresIf(value = "lock", result = When.NON_NULL)
  String reference() {
    return lock.tryLock() ? name : null;
  }

  @AcquiresIf(value = "stamped.readLock()", result = When.NON_ZERO)
  long stamp() {
    return stamped.tryReadLock();
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean alwaysTrue() {
    return true; // expect: BrokenContract "lock"
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean keptOnFalse(int n) {
    lock.lock();
    if (n == 3) {
      return false; // expect: BrokenContract "lock"
    }
    return true;
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean wrongWayRound() {
    return !lock.tryLock(); // expect: BrokenContract "lock"
  }

  @AcquiresIf(value = "lock", result = When.NON_NULL)
  String heldForNull() {
    lock.lock();
    return null; // expect: BrokenContract "lock"
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  boolean neverTaken() {
    return false;
  }
}
