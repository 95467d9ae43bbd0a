// A hold for writing satisfies every read.
package j29_read_under_write;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class ReadUnderWrite {
  private final ReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("table")
  private int size;

  @GuardedBy(read = "table.readLock()", write = "table.writeLock()")
  private int spelled;

  @GuardedBy("seal")
  private long total;

  int read() {
    table.writeLock().lock();
    try {
      return size + spelled;
    } finally {
      table.writeLock().unlock();
    }
  }

  int readSpelled() {
    table.readLock().lock();
    try {
      spelled = size; // expect: UnguardedAccess "table"
      return spelled;
    } finally {
      table.readLock().unlock();
    }
  }

  long stamp() {
    long stamp = seal.writeLock();
    long copy = total;
    seal.unlockWrite(stamp);
    return copy;
  }

  @Requires("table.readLock()")
  int needsRead() {
    return size;
  }

  @Requires("table")
  int needsExclusive() {
    size++;
    return size;
  }

  int callers() {
    table.writeLock().lock();
    try {
      return needsRead() + needsExclusive();
    } finally {
      table.writeLock().unlock();
    }
  }

  int readCallers() {
    table.readLock().lock();
    try {
      needsExclusive(); // expect: LockNotHeld "table"
      return needsRead();
    } finally {
      table.readLock().unlock();
    }
  }

  int none() {
    return needsRead(); // expect: LockNotHeld "table"
  }
}
