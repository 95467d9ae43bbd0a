// Without a declared order either nesting is accepted; a field that needs both is guarded in both.
package j12_nested_locks;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Undeclared {
  private final Object left = new Object();
  private final ReentrantReadWriteLock right = new ReentrantReadWriteLock();

  @GuardedBy({"left", "right"})
  private int both;

  void leftFirst() {
    synchronized (left) {
      right.writeLock().lock();
      try {
        both++;
      } finally {
        right.writeLock().unlock();
      }
    }
  }

  void rightFirst() {
    right.writeLock().lock();
    try {
      synchronized (left) {
        both++;
      }
    } finally {
      right.writeLock().unlock();
    }
  }

  int readUnderEither(boolean leftSide) {
    if (leftSide) {
      synchronized (left) {
        return both;
      }
    }
    right.readLock().lock();
    try {
      return both;
    } finally {
      right.readLock().unlock();
    }
  }

  void weakSecond() {
    synchronized (left) {
      right.readLock().lock();
      try {
        both++; // expect: UnguardedAccess "right"
      } finally {
        right.readLock().unlock();
      }
    }
  }

  int neither() {
    return both; // expect: UnguardedAccess
  }
}
