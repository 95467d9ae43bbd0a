package c_returns;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;

/** A getter without a body says by its contract alone that it gives one object. */
@DefinesLock(name = "gate")
abstract class AbstractGetter {
  abstract Lock any();

  abstract Object anyMonitor();

  @Returns("gate")
  abstract Lock one();

  @GuardedBy("any()") // expect: UnstableLock "declare @Returns"
  int loose;

  @GuardedBy("one()")
  int firm;

  void local() {
    Lock lock = any();
    lock.lock();
    loose = 1; // expect: UnguardedAccess "'lock' is held, not 'this.any()'" "declare @Returns"
    lock.unlock();
  }

  void nothing() {
    loose = 2; // expect: UnguardedAccess "nothing is held"
  }

  @Requires("anyMonitor()") // expect: UnstableLock "'anyMonitor()'"
  void needs() {}

  void calls() {
    synchronized (anyMonitor()) {
      needs(); // expect: LockNotHeld "declare @Returns"
    }
  }

  void byContract() {
    one().lock();
    firm = 3;
    one().unlock();
  }
}
