// Both views of a read-write lock in the textbook form.
package j02_textbook;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ReadWriteTextbook {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  int size() {
    table.readLock().lock();
    try {
      return size;
    } finally {
      table.readLock().unlock();
    }
  }

  void grow(int[] steps) {
    table.writeLock().lock();
    try {
      for (int step : steps) {
        size += step;
      }
    } finally {
      table.writeLock().unlock();
    }
    size = 0; // expect: UnguardedAccess "table"
  }
}
