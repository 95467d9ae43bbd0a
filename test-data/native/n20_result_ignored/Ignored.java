package n20;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The result of a conditional acquisition is never tested: a finding there, and at what needs it.
 */
final class Ignored {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int other;

  @GuardedBy("stamped")
  private int third;

  void plain(int n) {
    lock.tryLock(); // expect: UncheckedTryLock "lock"
    count = n; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void inFinally(int n) {
    lock.tryLock(); // expect: UncheckedTryLock "lock"
    try {
      count = n; // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void timed(int n) throws InterruptedException {
    lock.tryLock(5, TimeUnit.SECONDS); // expect: UncheckedTryLock "lock"
    count = n; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void view(int n) {
    rw.writeLock().tryLock(); // expect: UncheckedTryLock "rw"
    other = n; // expect: UnguardedAccess "rw"
    rw.writeLock().unlock();
  }

  void stamp(int n) {
    stamped.tryWriteLock(); // expect: UncheckedTryLock "stamped"
    third = n; // expect: UnguardedAccess "stamped"
  }

  void tested(int n) {
    if (lock.tryLock()) {
      count = n;
      lock.unlock();
    }
  }
}
