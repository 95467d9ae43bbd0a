// lockInterruptibly: held after it ended normally, not held in the handler of its exception.
package j25_interruptible;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Interruptible {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void propagates() throws InterruptedException {
    mutex.lockInterruptibly();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void handles() {
    try {
      mutex.lockInterruptibly();
      count++;
      mutex.unlock();
    } catch (InterruptedException e) {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void handlesAndReturns() {
    try {
      table.writeLock().lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      size++;
    } finally {
      table.writeLock().unlock();
    }
  }

  void handlesAndGoesOn() {
    try {
      table.writeLock().lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    size++; // expect: UnguardedAccess "table"
    table.writeLock().unlock();
  }

  void unlockInFinally() throws InterruptedException {
    try {
      mutex.lockInterruptibly();
      count++;
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  long stamp() throws InterruptedException {
    long stamp = seal.readLockInterruptibly();
    try {
      return total;
    } finally {
      seal.unlockRead(stamp);
    }
  }

  void writeStamp() {
    long stamp;
    try {
      stamp = seal.writeLockInterruptibly();
    } catch (InterruptedException e) {
      total = 0; // expect: UnguardedAccess "seal"
      return;
    }
    total++;
    seal.unlockWrite(stamp);
  }

  void retries() {
    boolean interrupted = false;
    while (true) {
      try {
        mutex.lockInterruptibly();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    try {
      count++;
    } finally {
      mutex.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
