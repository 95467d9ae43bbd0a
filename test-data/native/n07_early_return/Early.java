package n07;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** A return between lock and unlock, without finally: a leak, at that return. */
final class Early {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  int leaks(int n) {
    lock.lock();
    if (n == 7) {
      return 0; // expect: LockLeak "lock"
    }
    int copy = count;
    lock.unlock();
    return copy;
  }

  void leaksTwice(int n) {
    lock.lock();
    if (n == 1) {
      return; // expect: LockLeak "lock"
    }
    if (n == 2) {
      return; // expect: LockLeak "lock"
    }
    lock.unlock();
  }

  int leaksAtTheEnd() {
    rw.readLock().lock();
    return 1; // expect: LockLeak "rw"
  }

  void leaksAtTheBrace() {
    rw.writeLock().lock();
  } // expect: LockLeak "rw"

  boolean leaksStamp(boolean quick) {
    long stamp = stamped.readLock();
    if (quick) {
      return true; // expect: LockLeak "stamped"
    }
    stamped.unlockRead(stamp);
    return false;
  }

  int unlocksFirst(int n) {
    lock.lock();
    if (n == 7) {
      lock.unlock();
      return 0;
    }
    int copy = count;
    lock.unlock();
    return copy;
  }

  synchronized int monitorsDoNot(int n) {
    if (n == 7) {
      return 0;
    }
    return n;
  }

  int blocksDoNot(int n) {
    synchronized (this) {
      if (n == 7) {
        return 0;
      }
    }
    return n;
  }
}
