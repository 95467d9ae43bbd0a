package n09;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * A call that may throw between lock and unlock, without finally: the hold leaks with the
 * exception, a finding at the acquisition.
 */
final class Throwing {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  private void load(String text) {
    if (text.isEmpty()) {
      throw new IllegalStateException("nothing to load");
    }
  }

  void leaks(String text) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    load(text);
    lock.unlock();
  }

  void leaksBeforeTheTry(String text) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    load(text);
    try {
      count = 3;
    } finally {
      lock.unlock();
    }
  }

  void leaksByThrow(int n) {
    rw.writeLock().lock(); // expect: LockLeakOnThrow "rw"
    if (n == 1) {
      throw new IllegalArgumentException("one");
    }
    rw.writeLock().unlock();
  }

  void leaksTried(String text) {
    if (lock.tryLock()) { // expect: LockLeakOnThrow "lock"
      load(text);
      lock.unlock();
    }
  }

  void leaksStamp(String text) {
    long stamp = stamped.readLock(); // expect: LockLeakOnThrow "stamped"
    load(text);
    stamped.unlockRead(stamp);
  }

  void leaksFromTheCatch(String text) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      load(text);
    } catch (IllegalStateException e) {
      load("again");
    }
    lock.unlock();
  }

  void movedBefore(String text) {
    load(text);
    lock.lock();
    try {
      count = 3;
    } finally {
      lock.unlock();
    }
  }

  void nothingThrows(int n) {
    lock.lock();
    int copy = count + n;
    count = copy;
    lock.unlock();
  }

  void caughtAndReleased(String text) {
    lock.lock();
    try {
      load(text);
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
    lock.unlock();
  }

  synchronized void monitorsDoNot(String text) {
    load(text);
  }
}
