// Read taken under write, then write released: reads go on, writes do not.
package j32_downgrade;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

class Downgrade {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock reads = table.readLock();
  private final Lock writes = table.writeLock();

  @GuardedBy("table")
  private int size;

  int downgrade() {
    table.writeLock().lock();
    size++;
    table.readLock().lock();
    table.writeLock().unlock();
    try {
      return size;
    } finally {
      table.readLock().unlock();
    }
  }

  void writeAfterwards() {
    table.writeLock().lock();
    size++;
    table.readLock().lock();
    table.writeLock().unlock();
    size++; // expect: UnguardedAccess "table"
    table.readLock().unlock();
  }

  int structured(Supplier<Integer> source) {
    writes.lock();
    try {
      size = source.get();
      reads.lock();
    } finally {
      writes.unlock();
    }
    try {
      return size;
    } finally {
      reads.unlock();
    }
  }

  int readLeft() {
    writes.lock();
    size++;
    reads.lock();
    writes.unlock();
    return size; // expect: LockLeak "table"
  }

  void releasedInOtherOrder() {
    writes.lock();
    reads.lock();
    size++;
    reads.unlock();
    size++;
    writes.unlock();
    size++; // expect: UnguardedAccess "table"
  }

  int cached(boolean valid) {
    reads.lock();
    if (!valid) {
      reads.unlock();
      writes.lock();
      try {
        size++;
        reads.lock();
      } finally {
        writes.unlock();
      }
    }
    try {
      return size;
    } finally {
      reads.unlock();
    }
  }
}
