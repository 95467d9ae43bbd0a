// await in a loop: the lock is held before and after; await and signal without the lock are
// reported.
package j38_condition;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class ConditionAwait {
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition notEmpty = mutex.newCondition();

  @GuardedBy("mutex")
  private int count;

  int take() throws InterruptedException {
    mutex.lock();
    try {
      while (count == 0) {
        notEmpty.await();
      }
      return count--;
    } finally {
      mutex.unlock();
    }
  }

  void put() {
    mutex.lock();
    try {
      count++;
      notEmpty.signal();
    } finally {
      mutex.unlock();
    }
  }

  int poll() throws InterruptedException {
    long nanos = 1000;
    mutex.lockInterruptibly();
    try {
      while (count == 0) {
        if (nanos <= 0) {
          return -1;
        }
        nanos = notEmpty.awaitNanos(nanos);
      }
      return count--;
    } finally {
      mutex.unlock();
    }
  }

  void handled() {
    mutex.lock();
    try {
      notEmpty.await(1, TimeUnit.SECONDS);
      count++;
    } catch (InterruptedException e) {
      count--;
    } finally {
      mutex.unlock();
    }
  }

  void awaitUnheld() throws InterruptedException {
    notEmpty.await(); // expect: LockNotHeld "mutex"
  }

  void signalUnheld() {
    notEmpty.signal(); // expect: LockNotHeld "in java.util.concurrent.locks.model:"
    notEmpty.signalAll(); // expect: LockNotHeld "mutex"
  }

  void signalAfterUnlock() {
    mutex.lock();
    count++;
    mutex.unlock();
    notEmpty.signal(); // expect: LockNotHeld "mutex"
  }

  void uninterruptibly() {
    mutex.lock();
    try {
      notEmpty.awaitUninterruptibly();
      count++;
    } finally {
      mutex.unlock();
    }
  }
}
