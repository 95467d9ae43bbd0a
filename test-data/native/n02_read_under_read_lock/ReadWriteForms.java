package n02;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A field guarded by a read-write lock, read under the read lock: all right. */
final class ReadWriteForms {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = rw.readLock();

  @GuardedBy("rw")
  private int count;

  int obtainedEachTime() {
    rw.readLock().lock();
    try {
      return count;
    } finally {
      rw.readLock().unlock();
    }
  }

  int storedView() {
    read.lock();
    int copy = count;
    read.unlock();
    return copy;
  }

  int underTheWriteLock() {
    rw.writeLock().lock();
    try {
      return count;
    } finally {
      rw.writeLock().unlock();
    }
  }

  int afterTheRelease() {
    read.lock();
    read.unlock();
    return count; // expect: UnguardedAccess "rw"
  }
}
