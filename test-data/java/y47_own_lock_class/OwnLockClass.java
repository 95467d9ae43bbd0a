package y47_own_lock_class;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A class that is a lock by what it implements is one to the file that declares it too. */
final class OwnLockClass {
  private static final class Counted implements Lock {
    private final Lock inner = new ReentrantLock();

    @Override
    public void lock() {
      inner.lock();
    }

    @Override
    public void unlock() {
      inner.unlock();
    }

    @Override
    public boolean tryLock() {
      return inner.tryLock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      return inner.tryLock(time, unit);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      inner.lockInterruptibly();
    }

    @Override
    public Condition newCondition() {
      return inner.newCondition();
    }
  }

  private final Counted lock = new Counted();

  @GuardedBy("lock")
  private int value;

  void right() {
    lock.lock();
    try {
      value++;
    } finally {
      lock.unlock();
    }
  }

  void rightIfFree() {
    if (lock.tryLock()) {
      try {
        value++;
      } finally {
        lock.unlock();
      }
    }
  }

  void unheld() {
    value++; // expect: UnguardedAccess "lock"
  }

  void leak() {
    lock.lock();
    value++;
  } // expect: LockLeak "lock"

  void twice() {
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }
}
