// A condition of the write view; the read view is not enough for it.
package j38_condition;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ConditionOfWriteLock {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Condition changed = table.writeLock().newCondition();

  @GuardedBy("table")
  private int size;

  void change() {
    table.writeLock().lock();
    try {
      size++;
      changed.signalAll();
    } finally {
      table.writeLock().unlock();
    }
  }

  void awaitUnderWrite() throws InterruptedException {
    table.writeLock().lock();
    try {
      while (size == 0) {
        changed.await();
      }
      size--;
    } finally {
      table.writeLock().unlock();
    }
  }

  void signalUnderRead() {
    table.readLock().lock();
    try {
      if (size > 0) {
        changed.signalAll(); // expect: LockNotHeld "table"
      }
    } finally {
      table.readLock().unlock();
    }
  }
}
