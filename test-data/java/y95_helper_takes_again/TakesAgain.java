package y95_helper_takes_again;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** A helper that has taken and given up a lock may go on under the hold of its callers. */
class TakesAgain {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("rw")
  private int value;

  @GuardedBy("this")
  private int own;

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int point;

  synchronized void monitor() {
    monitor0();
  }

  private void monitor0() {
    synchronized (this) {
      own++;
    }
    own--;
  }

  void downgrade() {
    rw.writeLock().lock();
    try {
      downgrade0();
    } finally {
      rw.writeLock().unlock();
    }
  }

  private void downgrade0() {
    rw.readLock().lock();
    try {
      if (value > 0) {
        return;
      }
    } finally {
      rw.readLock().unlock();
    }
    value = 1;
  }

  void twice() {
    lock.lock();
    try {
      through();
    } finally {
      lock.unlock();
    }
  }

  private void through() {
    twice0();
  }

  private void twice0() {
    lock.lock();
    count++;
    lock.unlock();
    lock.lock();
    count++;
    lock.unlock();
    count++;
  }

  void onOneWay(boolean more) {
    lock.lock();
    try {
      onOneWay0(more);
    } finally {
      lock.unlock();
    }
  }

  private void onOneWay0(boolean more) {
    if (more) {
      lock.lock();
      count++;
      lock.unlock();
    }
    count++;
  }

  private static void other(TakesAgain some) {
    synchronized (some) {
      some.own++;
    }
    some.own++;
  }

  static void ofOther(TakesAgain some) {
    synchronized (some) {
      other(some);
    }
  }

  /* What is wrong. */

  void unlocked() {
    monitor0(); // expect: LockNotHeld "this"
  }

  void reading() {
    rw.readLock().lock();
    try {
      downgrade0(); // expect: LockNotHeld "rw"
    } finally {
      rw.readLock().unlock();
    }
  }

  void afterwards() {
    lock.lock();
    twice0();
    lock.unlock();
    through(); // expect: LockNotHeld "lock"
  }

  void ofWrong(TakesAgain some) {
    synchronized (this) {
      other(some); // expect: LockNotHeld "some"
    }
  }

  /** Not a helper: what it needs, it has to take. */
  void notHelper() {
    lock.lock();
    count++;
    lock.unlock();
    count++; // expect: UnguardedAccess "lock"
  }

  /** A caller that held it would wait for itself. */
  private void notAgain() {
    long stamp = stamped.writeLock();
    point++;
    stamped.unlockWrite(stamp);
    point++; // expect: UnguardedAccess "stamped"
  }

  void callsNotAgain() {
    notAgain();
  }

  /** It gives up what callers hold. */
  private void gaveUp() {
    lock.unlock(); // expect: ReleaseNotHeld
    count++; // expect: UnguardedAccess "lock"
  }

  void callsGaveUp() {
    lock.lock();
    gaveUp();
  }

  private void nobodyCalls() {
    synchronized (this) {
      own++;
    }
    own++; // expect: UnguardedAccess "this"
  }
}
