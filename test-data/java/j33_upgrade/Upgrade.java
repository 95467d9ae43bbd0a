// Taking the write lock while holding only the read lock blocks for ever.
package j33_upgrade;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Upgrade {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock reads = table.readLock();
  private final Lock writes = table.writeLock();

  @GuardedBy("table")
  private int size;

  void upgrade() {
    table.readLock().lock();
    try {
      table.writeLock().lock(); // expect: DoubleAcquire "table"
      try {
        size++;
      } finally {
        table.writeLock().unlock();
      }
    } finally {
      table.readLock().unlock();
    }
  }

  void throughViews() {
    reads.lock();
    writes.lock(); // expect: DoubleAcquire
    size++;
    writes.unlock();
    reads.unlock();
  }

  @Requires("table.readLock()")
  void byContract() {
    table.writeLock().lock(); // expect: DoubleAcquire "table"
    size++;
    table.writeLock().unlock();
  }

  @Acquires("table.writeLock()")
  void begin() {
    table.writeLock().lock();
  }

  void throughHelper() {
    table.readLock().lock();
    try {
      begin(); // expect: DoubleAcquire "table"
      size++;
      table.writeLock().unlock();
    } finally {
      table.readLock().unlock();
    }
  }

  void releasedFirst() {
    table.readLock().lock();
    int copy = size;
    table.readLock().unlock();
    table.writeLock().lock();
    size = copy;
    table.writeLock().unlock();
  }

  void readUnderWrite() {
    table.writeLock().lock();
    table.readLock().lock();
    table.writeLock().lock();
    size++;
    table.writeLock().unlock();
    table.readLock().unlock();
    table.writeLock().unlock();
  }

  void otherTable(Upgrade other) {
    table.readLock().lock();
    try {
      other.table.writeLock().lock();
      try {
        other.size = size;
      } finally {
        other.table.writeLock().unlock();
      }
    } finally {
      table.readLock().unlock();
    }
  }
}
