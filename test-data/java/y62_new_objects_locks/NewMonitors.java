package y62_new_objects_locks;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * A new object needs no lock of its own to be kept from others. What waits, notifies or releases
 * fails all the same where the lock is not held.
 */
class NewMonitors {
  static class Gate {
    final Lock lock = new ReentrantLock();

    @GuardedBy("this")
    boolean open;

    @GuardedBy("lock")
    int passed;

    @Requires("this")
    void open() {
      open = true;
    }

    @Requires("lock")
    void pass() {
      passed++;
    }
  }

  NewMonitors() {}

  NewMonitors(int ignored) {
    notifyAll(); // expect: LockNotHeld "'this'"
  }

  NewMonitors(boolean wake) {
    synchronized (this) {
      notifyAll();
    }
  }

  void free() {
    Gate gate = new Gate();
    gate.open();
    gate.pass();
    gate.open = false;
  }

  void waitsForThread(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task);
    thread.start();
    thread.wait(); // expect: LockNotHeld "'thread'"
  }

  void waitsInMonitor(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task);
    thread.start();
    synchronized (thread) {
      while (thread.isAlive()) {
        thread.wait();
      }
    }
  }

  synchronized void otherMonitor() throws InterruptedException {
    Object mine = new Object();
    mine.wait(10); // expect: LockNotHeld "held: 'this'"
    mine.notify(); // expect: LockNotHeld "'mine'"
  }

  void notifiesFrom(Runnable task) {
    final Object done = new Object();
    new Thread(
            () -> {
              task.run();
              done.notifyAll(); // expect: LockNotHeld "'done'"
            })
        .start();
  }

  void unlocks() {
    Lock lock = new ReentrantLock();
    lock.unlock(); // expect: ReleaseNotHeld "'lock'"
  }

  void unlocksTwice() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    lock.readLock().unlock();
    lock.readLock().unlock(); // expect: ReleaseNotHeld
  }

  void unlocksOfNewObject() {
    Gate gate = new Gate();
    gate.passed = 1;
    gate.lock.unlock(); // expect: ReleaseNotHeld "gate.lock"
  }

  void unlocksStamped(long stamp) {
    StampedLock lock = new StampedLock();
    lock.unlockWrite(stamp); // expect: ReleaseNotHeld
  }

  void locks() {
    Lock lock = new ReentrantLock();
    lock.lock();
    try {
      hashCode();
    } finally {
      lock.unlock();
    }
  }

  static final Object STATIC = new Object();

  static {
    STATIC.notify(); // expect: LockNotHeld "STATIC"
    synchronized (STATIC) {
      STATIC.notify();
    }
  }
}
