// A statement that may throw between the acquisition and the try leaks the lock on that exception;
// moved before the acquisition, it is right.
package j08_throw_before_try;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

class ThrowBeforeTry {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void between(Supplier<Integer> source) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    int step = source.get();
    try {
      count += step;
    } finally {
      mutex.unlock();
    }
  }

  void moved(Supplier<Integer> source) {
    int step = source.get();
    mutex.lock();
    try {
      count += step;
    } finally {
      mutex.unlock();
    }
  }

  void harmlessBetween(int amount) {
    mutex.lock();
    int step = amount;
    boolean up = step > 0;
    try {
      count += up ? step : -step;
    } finally {
      mutex.unlock();
    }
  }

  void view(Supplier<Integer> source) {
    table.writeLock().lock(); // expect: LockLeakOnThrow "table"
    int value = source.get();
    try {
      size = value;
    } finally {
      table.writeLock().unlock();
    }
  }

  void stamp(int[] amounts) {
    long stamp = seal.writeLock(); // expect: LockLeakOnThrow "seal"
    int amount = amounts[0];
    try {
      total += amount;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  void throwInFinally(Runnable listener) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    try {
      count++;
    } finally {
      listener.run();
      mutex.unlock();
    }
  }

  void secondAcquisition(Lock other) throws InterruptedException {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    other.lockInterruptibly();
    try {
      count++;
    } finally {
      other.unlock();
      mutex.unlock();
    }
  }

  void secondAcquisitionGuarded(Lock other) throws InterruptedException {
    mutex.lock();
    try {
      other.lockInterruptibly();
      try {
        count++;
      } finally {
        other.unlock();
      }
    } finally {
      mutex.unlock();
    }
  }

  void caughtEverything(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (Throwable t) {
      count = 0;
    }
    mutex.unlock();
  }

  void caughtSome(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    try {
      task.run();
    } catch (RuntimeException e) {
      count = 0;
    }
    mutex.unlock();
  }

  void rethrown(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (Throwable t) {
      mutex.unlock();
      throw t;
    }
    mutex.unlock();
  }
}
