// Views kept in fields or locals are the same locks as those obtained each time; a view of another
// read-write lock is not.
package j30_stored_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class StoredViews {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock reads = table.readLock();
  private final Lock writes = table.writeLock();
  private final ReentrantReadWriteLock spare = new ReentrantReadWriteLock();
  private final Lock spareWrites = spare.writeLock();

  @GuardedBy("table")
  private int size;

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
      size++;
    } finally {
      writes.unlock();
    }
  }

  void writeUnderRead() {
    reads.lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      reads.unlock();
    }
  }

  void mixed() {
    writes.lock();
    size++;
    table.writeLock().unlock();
    table.readLock().lock();
    int copy = size;
    reads.unlock();
  }

  void otherTable() {
    spareWrites.lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      spareWrites.unlock();
    }
  }

  void otherTableObtained() {
    spare.writeLock().lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      spare.writeLock().unlock();
    }
  }

  void localView() {
    Lock view = table.writeLock();
    view.lock();
    try {
      size++;
    } finally {
      view.unlock();
    }
  }

  void localViewOfOther(StoredViews other) {
    Lock view = other.table.writeLock();
    view.lock();
    try {
      other.size++;
      size++; // expect: UnguardedAccess "table"
    } finally {
      view.unlock();
    }
  }

  void wrongViewReleased() {
    writes.lock();
    size++;
    reads.unlock(); // expect: ReleaseNotHeld
  }
}
