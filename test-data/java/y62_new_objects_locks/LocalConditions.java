package y62_new_objects_locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A lock in a local is still that lock once a condition of it was made. */
class LocalConditions {
  static Lock any() {
    return new ReentrantLock();
  }

  void awaits(boolean[] ready) throws InterruptedException {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    lock.lock();
    try {
      while (!ready[0]) {
        changed.await();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void eitherLock(boolean fair) throws InterruptedException {
    Lock lock = fair ? new ReentrantLock(true) : any();
    Condition changed = lock.newCondition();
    lock.lock();
    try {
      changed.await();
    } finally {
      lock.unlock();
    }
  }

  void signalsFromThread() {
    final Lock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    new Thread(
            () -> {
              lock.lock();
              try {
                changed.signal();
              } finally {
                lock.unlock();
              }
            })
        .start();
  }

  void awaitsWithout() throws InterruptedException {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    changed.await(); // expect: LockNotHeld "'lock'"
  }

  void awaitsUnderOther() throws InterruptedException {
    Lock lock = any();
    Lock other = new ReentrantLock();
    Condition changed = lock.newCondition();
    other.lock();
    try {
      changed.await(); // expect: LockNotHeld "held: 'other'"
    } finally {
      other.unlock();
    }
  }

  void awaitsReading() throws InterruptedException {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    Condition changed = lock.writeLock().newCondition();
    lock.readLock().lock();
    try {
      changed.await(); // expect: LockNotHeld "for writing"
    } finally {
      lock.readLock().unlock();
    }
  }

  void signalsWithoutFromThread() {
    final Lock lock = any();
    final Condition changed = lock.newCondition();
    new Thread(() -> changed.signalAll()).start(); // expect: LockNotHeld "'lock'"
  }

  void releasesTwice() {
    Lock lock = any();
    Condition changed = lock.newCondition();
    lock.lock();
    changed.signal();
    lock.unlock();
    lock.unlock(); // expect: ReleaseNotHeld "'lock'"
  }

  void leaks() {
    Lock lock = any();
    Condition changed = lock.newCondition();
    lock.lock();
    changed.signal();
  } // expect: LockLeak "'any()'"
}
