// Other vocabularies know no modes: any hold of a read/write lock is what their methods ask for.
package x03_foreign_guards;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Modes {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("lock")
  int count() {
    return count;
  }

  @GuardedBy("lock")
  void increment() {
    count++;
  }

  int reads() {
    lock.readLock().lock();
    try {
      return count();
    } finally {
      lock.readLock().unlock();
    }
  }

  void writes() {
    lock.writeLock().lock();
    try {
      increment();
    } finally {
      lock.writeLock().unlock();
    }
  }

  void writesItself() {
    lock.readLock().lock();
    try {
      count++; // expect: UnguardedAccess "for reading"
    } finally {
      lock.readLock().unlock();
    }
  }

  void unheld() {
    increment(); // expect: LockNotHeld "needs 'this.lock'; nothing is held"
  }

  private int helper() {
    return count();
  }

  int throughHelper() {
    lock.readLock().lock();
    try {
      return helper();
    } finally {
      lock.readLock().unlock();
    }
  }

  int throughUnheldHelper() {
    return helper(); // expect: LockNotHeld "lock"
  }
}
