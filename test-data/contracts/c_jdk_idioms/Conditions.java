package c_jdk_idioms;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** await and wait: the lock is needed, held before and after. */
final class Conditions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("this")
  private int other;

  void await() throws InterruptedException {
    lock.lock();
    try {
      while (count == 0) {
        ready.await();
      }
      count--;
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void timed() throws InterruptedException {
    lock.lock();
    try {
      long left = 3;
      while (count == 0 && left > 0) {
        left = ready.awaitNanos(left);
      }
      if (!ready.await(5, TimeUnit.SECONDS)) {
        count = 7;
      }
      ready.awaitUninterruptibly();
      count = 9;
    } finally {
      lock.unlock();
    }
  }

  void withoutTheLock() throws InterruptedException {
    ready.await(); // expect: LockNotHeld "lock"
    ready.signal(); // expect: LockNotHeld "lock"
  }

  synchronized void monitor() throws InterruptedException {
    while (other == 0) {
      wait();
    }
    other--;
    notifyAll();
  }

  void monitorOf(Object object) throws InterruptedException {
    synchronized (object) {
      object.wait(3);
      object.notify();
    }
    object.notifyAll(); // expect: LockNotHeld "object"
  }

  void withoutTheMonitor() throws InterruptedException {
    wait(); // expect: LockNotHeld "this"
    synchronized (lock) {
      notify(); // expect: LockNotHeld "this"
    }
  }
}
