// An access in the finally is guarded before the unlock and not after it.
package j10_access_in_finally;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class AccessInFinally {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void before(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } finally {
      count++;
      mutex.unlock();
    }
  }

  void after(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } finally {
      mutex.unlock();
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void conditional(Runnable task) {
    table.writeLock().lock();
    try {
      task.run();
    } finally {
      if (size > 0) {
        size--;
      }
      table.writeLock().unlock();
    }
  }

  int withReturn(int[] steps) {
    table.writeLock().lock();
    try {
      for (int step : steps) {
        if (step < 0) {
          return step;
        }
        size += step;
      }
      return 0;
    } finally {
      size++;
      table.writeLock().unlock();
    }
  }

  void nestedFinally(Runnable task) {
    mutex.lock();
    try {
      table.writeLock().lock();
      try {
        task.run();
      } finally {
        size++;
        count++;
        table.writeLock().unlock();
        count++;
        size++; // expect: UnguardedAccess "table"
      }
    } finally {
      count--;
      mutex.unlock();
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void stamp(Runnable task) {
    long stamp = seal.writeLock();
    try {
      task.run();
    } finally {
      total++;
      seal.unlockWrite(stamp);
    }
  }

  void finallyInMonitor(Runnable task) {
    synchronized (mutex) {
      try {
        task.run();
      } finally {
        count++; // expect: UnguardedAccess "mutex"
      }
    }
  }
}
