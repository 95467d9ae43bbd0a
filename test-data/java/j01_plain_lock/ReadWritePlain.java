// The same without try/finally for the two views of a read-write lock: accepted between, reported
// after the release.
package j01_plain_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ReadWritePlain {
  private final ReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  int read() {
    table.readLock().lock();
    int copy = size;
    table.readLock().unlock();
    return copy;
  }

  void write(int value) {
    table.writeLock().lock();
    size = value;
    table.writeLock().unlock();
  }

  int readLate() {
    table.readLock().lock();
    table.readLock().unlock();
    return size; // expect: UnguardedAccess "table"
  }

  void writeLate(int value) {
    table.writeLock().lock();
    table.writeLock().unlock();
    size = value; // expect: UnguardedAccess "table"
  }

  void callBetween(Runnable task) {
    table.writeLock().lock(); // expect: LockLeakOnThrow "table"
    task.run();
    table.writeLock().unlock();
  }
}
