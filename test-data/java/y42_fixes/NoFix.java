package y42_fixes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Where a requirement could not be declared, or would contradict the contract, there is no fix. */
class NoFix {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  static int pattern(Object o) {
    return o instanceof NoFix p ? p.count : 0; // expect: UnguardedAccess
  }

  static int cast(Object o) {
    return ((NoFix) o).count; // expect: UnguardedAccess
  }

  static int element(Object[] all) {
    return ((NoFix) all[0]).count; // expect: UnguardedAccess
  }

  static int narrow(NoFix o) {
    return o.count; // expect: UnguardedAccess "@Requires("
  }

  @Acquires("lock")
  void begin() {
    count = 0; // expect: UnguardedAccess
    lock.lock();
  }

  @AcquiresIf("lock")
  boolean tryBegin() {
    count = 0; // expect: UnguardedAccess
    return lock.tryLock();
  }
}
