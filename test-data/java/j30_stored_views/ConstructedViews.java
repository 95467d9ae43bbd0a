// The same with views that the constructor stores, under their own types.
package j30_stored_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ConstructedViews {
  private final ReentrantReadWriteLock table;
  private final ReentrantReadWriteLock.ReadLock reads;
  private final ReentrantReadWriteLock.WriteLock writes;

  @GuardedBy("table")
  private int size;

  ConstructedViews() {
    table = new ReentrantReadWriteLock(true);
    reads = table.readLock();
    writes = table.writeLock();
  }

  int read() {
    reads.lock();
    try {
      return size;
    } finally {
      reads.unlock();
    }
  }

  void write() {
    writes.lock();
    try {
      size = 1;
    } finally {
      writes.unlock();
    }
    size = 2; // expect: UnguardedAccess "table"
  }

  void tryWrite() {
    if (writes.tryLock()) {
      try {
        size = 1;
      } finally {
        writes.unlock();
      }
    }
  }
}
