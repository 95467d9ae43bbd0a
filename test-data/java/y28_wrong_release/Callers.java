// A helper that gives a lock up in the wrong mode is wrong once: what it therefore leaves behind is no
// mistake of its callers.
package y28_wrong_release;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Callers {
  private final StampedLock stamped = new StampedLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  private void wrongMode() {
    rw.readLock().lock();
    try {
      rw.getReadLockCount();
    } finally {
      rw.writeLock().unlock(); // expect: ReleaseNotHeld "rw"
    }
  }

  void callsWrongMode() {
    wrongMode();
  }

  private void wrongStamp() {
    long stamp = stamped.readLock();
    stamped.unlockWrite(stamp); // expect: ReleaseNotHeld "stamped"
  }

  void callsWrongStamp() {
    wrongStamp();
  }

  private void leaks() {
    rw.writeLock().lock();
  } // expect: LockLeak "rw"

  void endsWhatItLeaks() {
    leaks();
    rw.writeLock().unlock();
  }

  void leaksToo() {
    leaks();
  } // expect: LockLeak "rw"
}
