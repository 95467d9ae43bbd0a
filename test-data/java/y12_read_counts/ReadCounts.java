// Holds of the two modes are counted apart.
package y12_read_counts;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ReadCounts {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  int readTwiceReleasedOnce() {
    table.readLock().lock();
    table.readLock().lock();
    table.readLock().unlock();
    return size; // expect: LockLeak "table"
  }

  void readUnderWriteReleasedTwice() {
    table.writeLock().lock();
    table.readLock().lock();
    size++;
    table.readLock().unlock();
    table.readLock().unlock(); // expect: ReleaseNotHeld "table"
    table.writeLock().unlock();
  }

  void writeReleasedFirst() {
    table.writeLock().lock();
    table.readLock().lock();
    table.writeLock().unlock();
    int copy = size;
    table.readLock().unlock();
    size = copy; // expect: UnguardedAccess "table"
  }

  void writeTwiceReadOnce() {
    table.writeLock().lock();
    table.writeLock().lock();
    table.readLock().lock();
    table.writeLock().unlock();
    size++;
    table.writeLock().unlock();
    size++; // expect: UnguardedAccess "table"
    table.readLock().unlock();
  }

  void readOnOnePath(boolean read) {
    table.writeLock().lock();
    if (read) {
      table.readLock().lock();
    }
    size++;
    if (read) {
      table.readLock().unlock();
    }
    table.writeLock().unlock();
  }

  int eitherModeThenRead(boolean write) {
    if (write) {
      table.writeLock().lock();
      table.readLock().lock();
      table.writeLock().unlock();
    } else {
      table.readLock().lock();
    }
    try {
      return size;
    } finally {
      table.readLock().unlock();
    }
  }

  void tryUpgrade() {
    table.readLock().lock();
    int copy = size;
    table.readLock().unlock();
    if (table.writeLock().tryLock()) {
      size = copy + 1;
      table.writeLock().unlock();
    }
  }
}
