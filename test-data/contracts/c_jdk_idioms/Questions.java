package c_jdk_idioms;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Questions of ownership are facts in their branch and after an assert. */
final class Questions {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("this")
  private int other;

  @GuardedBy("rw")
  private int third;

  private int free;

  void branches(int n) {
    free = n;
    if (lock.isHeldByCurrentThread()) {
      count = n;
    }
    if (Thread.holdsLock(this)) {
      other = n;
    } else {
      other = n; // expect: UnguardedAccess "this"
    }
    if (rw.isWriteLockedByCurrentThread()) {
      third = n;
    }
    if (rw.writeLock().isHeldByCurrentThread()) {
      third = n;
    }
    count = n; // expect: UnguardedAccess "lock"
  }

  void asserts(int n) {
    free = n;
    assert lock.isHeldByCurrentThread();
    count = n;
    assert Thread.holdsLock(this) : "monitor needed";
    other = n;
    assert rw.isWriteLockedByCurrentThread();
    third = n;
  }

  void lockedBySomeoneIsNotEnough(int n) {
    free = n;
    if (lock.isLocked()) {
      count = n; // expect: UnguardedAccess "lock"
    }
  }
}
