// Contracts that cannot be resolved, name no lock or contradict themselves are reported at the
// annotation.
package x05_invalid_contracts;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.TestsHeld;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Invalid {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final int number = 1;

  @GuardedBy("missing") // expect: InvalidContract "missing"
  private int unresolved;

  @GuardedBy("mutex..lock") // expect: InvalidContract
  private int syntax;

  @GuardedBy("number") // expect: InvalidContract "number"
  private int primitive;

  @GuardedBy("Nowhere.class") // expect: InvalidContract "Nowhere"
  private int unknownType;

  @GuardedBy("mutex.readLock()") // expect: InvalidContract "mutex.readLock()"
  private int guardWithoutReadMode;

  @GuardedBy(read = "mutex . readLock()", write = "mutex") // expect: InvalidContract "read mode"
  private int readWithoutReadMode;

  @GuardedBy(read = "table.readLock()", write = "mutex.writeLock()")
  private int oneModeIsWrite;

  @Requires("#2.mutex") // expect: InvalidContract "#2"
  void noSuchParameter(Invalid other) {}

  void noSuchMember(@Requires("missing") Invalid other) {} // expect: InvalidContract "missing"

  @Requires("mutex") @Excludes("mutex") // expect: InvalidContract "mutex"
  void contradiction() {}

  @Requires("mutex.readLock()") // expect: InvalidContract "mutex.readLock()"
  void noReadMode() {}

  @AcquiresIf(value = "mutex", result = When.TRUE) // expect: InvalidContract
  int notBoolean() {
    return 0;
  }

  @AcquiresIf(value = "mutex", result = When.NON_NULL) // expect: InvalidContract
  boolean notReference() {
    return false;
  }

  @TestsHeld("mutex") // expect: InvalidContract
  int testsNothing() {
    return 0;
  }

  @Returns("mutex") // expect: InvalidContract
  void returnsNothing() {}

  @LockUnchecked(reason = " ") // expect: InvalidContract
  void noReason() {}

  @LockScope // expect: InvalidContract
  static class NotCloseable {}

  @Requires("this") // expect: InvalidContract "this"
  static void staticThis() {}

  @Requires("table.readLock()")
  void valid() {}
}
