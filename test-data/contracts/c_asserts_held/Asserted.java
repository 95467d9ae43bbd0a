package c_asserts_held;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A method that returns normally only if the lock is held: callers may rely on it afterwards. */
class Asserted {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  int count;

  @GuardedBy("rw")
  int other;

  @AssertsHeld("lock")
  void check() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("lock needed");
    }
  }

  @AssertsHeld("rw.writeLock()")
  void checkWrite() {
    assert rw.isWriteLockedByCurrentThread();
  }

  @AssertsHeld(anyOf = {"lock", "rw.writeLock()"})
  void checkAny() {
    if (lock.isHeldByCurrentThread()) {
      return;
    }
    if (!rw.isWriteLockedByCurrentThread()) {
      throw new IllegalStateException("one of the locks needed");
    }
  }

  @Requires(anyOf = {"lock", "rw.writeLock()"})
  void needsAny() {}

  @AssertsHeld("lock")
  void doesNotCheck() {} // expect: BrokenContract "lock"

  @AssertsHeld("lock")
  int checksOnOnePath(int n) {
    if (n == 3) {
      return 1; // expect: BrokenContract "lock"
    }
    check();
    return 2;
  }

  void lateCheck(int n) {
    count = n; // expect: UnguardedAccess "lock"
    check();
    count = n;
  }

  void otherLock(int n) {
    other = n; // expect: UnguardedAccess "rw"
    check();
    other = n; // expect: UnguardedAccess "rw"
    checkWrite();
    other = n;
  }

  void anyOf(int n) {
    other = n; // expect: UnguardedAccess "rw"
    checkAny();
    needsAny();
  }

  void ofAnother(Asserted a, Asserted b) {
    b.count = 3; // expect: UnguardedAccess "b.lock"
    a.check();
    a.count = 5;
    b.count = 7; // expect: UnguardedAccess "b.lock"
  }
}
