// An attempt at the write lock fails while the thread reads: nothing is taken, whatever is tested.
package j33_upgrade;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

abstract class Attempts {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock writes = table.writeLock();
  private final StampedLock stamped = new StampedLock();
  private final ReentrantLock plain = new ReentrantLock();

  @GuardedBy("table")
  private int size;

  @AcquiresIf("table.writeLock()")
  abstract boolean begin();

  void neverTaken() {
    table.readLock().lock();
    if (table.writeLock().tryLock()) {
      size = 3;
    }
    table.readLock().unlock();
  }

  void nothingToGiveBack() {
    table.readLock().lock();
    if (table.writeLock().tryLock()) {
      size = 5;
    } else {
      table.writeLock().unlock(); // expect: ReleaseNotHeld "for reading"
    }
    table.readLock().unlock();
  }

  void alwaysOnTheOtherBranch() {
    table.readLock().lock();
    boolean taken = writes.tryLock();
    if (!taken) {
      size = 7; // expect: UnguardedAccess "for writing"
    }
    table.readLock().unlock();
  }

  void withTime() throws InterruptedException {
    table.readLock().lock();
    try {
      if (table.writeLock().tryLock(3, TimeUnit.SECONDS)) {
        size = 9;
      }
    } finally {
      table.readLock().unlock();
    }
  }

  void throughHelper() {
    table.readLock().lock();
    try {
      if (begin()) {
        size = 11;
      }
    } finally {
      table.readLock().unlock();
    }
  }

  @Requires("table.readLock()")
  boolean byContract() {
    if (table.writeLock().tryLock()) {
      return true;
    }
    return false;
  }

  void onOnePath(boolean reads) {
    if (reads) {
      table.readLock().lock();
    }
    if (table.writeLock().tryLock()) {
      size = 13;
      table.writeLock().unlock();
    }
    if (reads) {
      table.readLock().unlock();
    }
  }

  void releasedFirst() {
    table.readLock().lock();
    table.readLock().unlock();
    if (table.writeLock().tryLock()) {
      size = 15;
    }
  } // expect: LockLeak "table"

  void underWrite() {
    table.writeLock().lock();
    if (table.writeLock().tryLock()) {
      size = 17;
    }
    table.writeLock().unlock();
  } // expect: LockLeak "table"

  void notReentrant() {
    long outer = stamped.writeLock();
    long inner = stamped.tryWriteLock();
    if (inner == 0) {
      stamped.unlockWrite(outer);
    }
  }

  void readTwice() {
    long outer = stamped.readLock();
    long inner = stamped.tryReadLock();
    if (inner != 0) {
      stamped.unlockRead(inner);
    }
    stamped.unlockRead(outer);
  }

  void readTwiceLeaks() {
    long outer = stamped.readLock();
    long inner = stamped.tryReadLock();
    stamped.unlockRead(outer);
    if (inner != 0) {
      return; // expect: LockLeak "stamped"
    }
  }

  void reentrant() {
    plain.lock();
    if (plain.tryLock()) {
      plain.unlock();
    }
  } // expect: LockLeak "plain"
}
