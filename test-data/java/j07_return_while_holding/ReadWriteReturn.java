// The same with a read hold, a write hold, a stamp and two locks of which one is released.
package j07_return_while_holding;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class ReadWriteReturn {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  int read() {
    table.readLock().lock();
    if (size == 0) {
      return -1; // expect: LockLeak "table"
    }
    int copy = size;
    table.readLock().unlock();
    return copy;
  }

  void write(int value) {
    table.writeLock().lock();
    if (size == value) {
      return; // expect: LockLeak "table"
    }
    size = value;
    table.writeLock().unlock();
  }

  long stamp() {
    long stamp = seal.readLock();
    long copy = total;
    if (copy == 0L) {
      return copy; // expect: LockLeak "seal"
    }
    seal.unlockRead(stamp);
    return copy;
  }

  void innerOnly() {
    mutex.lock();
    table.writeLock().lock();
    size = 1;
    table.writeLock().unlock();
  } // expect: LockLeak "mutex"

  int monitorNeverLeaks() {
    synchronized (this) {
      return 1;
    }
  }
}
