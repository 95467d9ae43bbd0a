// What a helper needs of itself, with its parameters in another order, it needs of its callers.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Recursive {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock index = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int total;

  @GuardedBy("index")
  private int size;

  private static void pour(Recursive from, Recursive to, int rounds) {
    if (rounds == 0) {
      to.total += from.total;
      return;
    }
    pour(to, from, rounds - 1);
  }

  private static void fill(Recursive from, Recursive to, int rounds) {
    if (rounds == 0) {
      to.size += from.size;
      return;
    }
    fill(to, from, rounds - 1);
  }

  void both(Recursive other) {
    lock.lock();
    try {
      other.lock.lock();
      try {
        pour(this, other, 2);
      } finally {
        other.lock.unlock();
      }
      pour(this, other, 3); // expect: LockNotHeld "other.lock"
    } finally {
      lock.unlock();
    }
  }

  void written(Recursive other) {
    index.writeLock().lock();
    try {
      other.index.writeLock().lock();
      try {
        fill(this, other, 2);
      } finally {
        other.index.writeLock().unlock();
      }
    } finally {
      index.writeLock().unlock();
    }
  }

  void readInTurn(Recursive other) {
    index.readLock().lock();
    try {
      other.index.writeLock().lock();
      try {
        fill(this, other, 2); // expect: LockNotHeld "held for reading"
      } finally {
        other.index.writeLock().unlock();
      }
    } finally {
      index.readLock().unlock();
    }
  }
}
