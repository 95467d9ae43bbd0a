package c_conditions_of_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A condition belongs to the lock that made it, the write view of a read-write lock too. */
final class Waiting {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Condition changed = rw.writeLock().newCondition();
  private final ReentrantLock lock;
  private final Condition ready;

  @GuardedBy("rw")
  private int count;

  Waiting() {
    lock = new ReentrantLock();
    ready = lock.newCondition();
  }

  void write() throws InterruptedException {
    rw.writeLock().lock();
    try {
      changed.await();
      count = 3;
      changed.signalAll();
    } finally {
      rw.writeLock().unlock();
    }
  }

  void read() throws InterruptedException {
    rw.readLock().lock();
    try {
      changed.await(); // expect: LockNotHeld "rw"
    } finally {
      rw.readLock().unlock();
    }
  }

  void madeInTheConstructor() throws InterruptedException {
    lock.lock();
    try {
      ready.await();
    } finally {
      lock.unlock();
    }
  }

  void ofTheOtherLock() throws InterruptedException {
    lock.lock();
    try {
      changed.await(); // expect: LockNotHeld "rw"
    } finally {
      lock.unlock();
    }
  }
}
