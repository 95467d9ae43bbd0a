package n34;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** lock, lock, unlock, access, unlock, access: the last access is a finding. */
final class Reentrant {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Object monitor = new Object();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int second;

  @GuardedBy("monitor")
  private int third;

  void plain() {
    lock.lock();
    lock.lock();
    count = 1;
    lock.unlock();
    count = 2;
    lock.unlock();
    count = 3; // expect: UnguardedAccess "lock"
  }

  void readWrite() {
    rw.writeLock().lock();
    rw.writeLock().lock();
    rw.writeLock().unlock();
    second = 2;
    rw.writeLock().unlock();
    second = 3; // expect: UnguardedAccess "rw"
  }

  int readTwice() {
    rw.readLock().lock();
    rw.readLock().lock();
    rw.readLock().unlock();
    int copy = second;
    rw.readLock().unlock();
    return copy + second; // expect: UnguardedAccess "rw"
  }

  void monitors() {
    synchronized (monitor) {
      synchronized (monitor) {
        third = 1;
      }
      third = 2;
    }
    third = 3; // expect: UnguardedAccess "monitor"
  }

  void oneTooMany() {
    lock.lock();
    lock.lock();
    lock.unlock();
    lock.unlock();
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void oneTooFew() {
    lock.lock();
    lock.lock();
    lock.unlock();
  } // expect: LockLeak "lock"

  @Requires("lock")
  void heldByContract() {
    lock.lock();
    count = 1;
    lock.unlock();
    count = 2;
  }

  synchronized void callsItself(int n) {
    if (n > 0) {
      callsItself(n - 1);
    }
  }
}
