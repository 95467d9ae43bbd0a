// Unlock, access, lock again inside one try: the access in the middle is reported, the others
// accepted.
package j04_unlock_relock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class UnlockRelock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void middle() {
    mutex.lock();
    try {
      count++;
      mutex.unlock();
      count++; // expect: UnguardedAccess "mutex"
      mutex.lock();
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void throwingMiddle(Runnable task) {
    mutex.lock();
    try {
      count++;
      mutex.unlock();
      task.run();
      mutex.lock();
      count++;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void guardedMiddle(Runnable task) {
    mutex.lock();
    try {
      count++;
      mutex.unlock();
      try {
        task.run();
      } finally {
        mutex.lock();
      }
      count++;
    } finally {
      mutex.unlock();
    }
  }

  int middleRead() {
    table.readLock().lock();
    try {
      int before = size;
      table.readLock().unlock();
      int between = size; // expect: UnguardedAccess "table"
      table.readLock().lock();
      return before + between + size;
    } finally {
      table.readLock().unlock();
    }
  }

  long middleStamp() {
    long stamp = seal.writeLock();
    try {
      total++;
      seal.unlockWrite(stamp);
      total++; // expect: UnguardedAccess "seal"
      stamp = seal.writeLock();
      total++;
      return total;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  void reacquiredInOtherMode() {
    table.writeLock().lock();
    size = 1;
    table.writeLock().unlock();
    table.readLock().lock();
    try {
      System.out.println(size);
      size = 2; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }
}
