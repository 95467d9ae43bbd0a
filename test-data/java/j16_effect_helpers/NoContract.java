// A helper without a contract that ends with one acquisition more than it began with is reported
// at its exit.
package j16_effect_helpers;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NoContract {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  void begin() {
    mutex.lock();
  } // expect: LockLeak "mutex"

  boolean beginRead() {
    table.readLock().lock();
    return true; // expect: LockLeak "table"
  }

  void end() {
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  boolean attempt() {
    return mutex.tryLock(); // expect: LockLeak "mutex"
  }

  boolean attemptAndGiveBack() {
    boolean ok = mutex.tryLock();
    if (ok) {
      mutex.unlock();
    }
    return ok;
  }
}
