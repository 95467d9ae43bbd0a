package c_inference;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A helper's own read hold does not keep it from the write lock where its caller has that. */
final class Retaken {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Object other = new Object();

  @GuardedBy("other")
  private int count;

  private void count() {
    rw.readLock().lock();
    try {
      if (rw.writeLock().tryLock()) {
        try {
          count++;
        } finally {
          rw.writeLock().unlock();
        }
      }
    } finally {
      rw.readLock().unlock();
    }
  }

  void right() {
    rw.writeLock().lock();
    try {
      synchronized (other) {
        count();
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  void wrong() {
    rw.writeLock().lock();
    try {
      count(); // expect: LockNotHeld "other"
    } finally {
      rw.writeLock().unlock();
    }
  }

  /** Of what others call only the contract counts: nobody has the write lock here. */
  void open() {
    rw.readLock().lock();
    try {
      if (rw.writeLock().tryLock()) {
        count++;
      }
    } finally {
      rw.readLock().unlock();
    }
  }
}
