// Views of a read-write lock in fields that are not final: each is named once as a lock that can
// change, and is that lock's view as long as the source leaves it alone.
package j30_stored_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class OpenViews {
  ReadWriteLock lock = new ReentrantReadWriteLock();
  Lock readLock = lock.readLock();
  protected Lock writeLock = lock.writeLock();
  Lock replaced = lock.writeLock();
  Lock otherLock = new ReentrantReadWriteLock().writeLock();

  @GuardedBy("lock") // expect: UnstableLock
  private int count;

  int read() {
    readLock.lock(); // expect: UnstableLock
    try {
      return count;
    } finally {
      readLock.unlock();
    }
  }

  void write() {
    writeLock.lock(); // expect: UnstableLock
    try {
      count++;
    } finally {
      writeLock.unlock();
    }
  }

  void viaLock() {
    lock.writeLock().lock();
    try {
      count++;
    } finally {
      writeLock.unlock();
    }
  }

  private void bump() {
    count++;
  }

  void byHelper() {
    this.writeLock.lock();
    try {
      bump();
    } finally {
      this.writeLock.unlock();
    }
  }

  void readOnly() {
    readLock.lock();
    try {
      count++; // expect: UnguardedAccess "held for reading"
    } finally {
      readLock.unlock();
    }
  }

  void upgrade() {
    readLock.lock();
    try {
      writeLock.lock(); // expect: DoubleAcquire
      writeLock.unlock();
    } finally {
      readLock.unlock();
    }
  }

  void mixed() {
    readLock.lock();
    try {
      System.out.println(count);
    } finally {
      writeLock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void ofOther(OpenViews other) {
    other.writeLock.lock();
    try {
      other.count++;
      count++; // expect: UnguardedAccess
    } finally {
      other.writeLock.unlock();
    }
  }

  void replace(Lock by) {
    replaced = by;
  }

  void throughReplaced() {
    replaced.lock(); // expect: UnstableLock
    try {
      count++; // expect: UnguardedAccess
    } finally {
      replaced.unlock();
    }
  }

  void throughOther() {
    otherLock.lock(); // expect: UnstableLock
    try {
      count++; // expect: UnguardedAccess
    } finally {
      otherLock.unlock();
    }
  }
}
