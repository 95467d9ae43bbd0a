// The same as a contract: held exclusively on entry, shared on exit, no gap.
package j32_downgrade;

import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class DowngradeContract {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  @Downgrades("table")
  void publish() {
    size++;
    table.readLock().lock();
    table.writeLock().unlock();
  }

  int caller() {
    table.writeLock().lock();
    try {
      size = 1;
      publish();
    } catch (Throwable t) {
      table.writeLock().unlock();
      throw t;
    }
    try {
      size++; // expect: UnguardedAccess "table"
      return size;
    } finally {
      table.readLock().unlock();
    }
  }

  void unprotectedCaller() {
    table.writeLock().lock(); // expect: LockLeakOnThrow "table"
    publish();
    table.readLock().unlock();
  }

  @Downgrades("table")
  void releasesAll() {
    table.writeLock().unlock();
  } // expect: BrokenContract "table"

  @Downgrades("table")
  void keepsWrite() {
    size++;
  } // expect: BrokenContract "table"

  @Downgrades("table")
  void gap() { // expect: BrokenContract "table"
    table.writeLock().unlock();
    table.readLock().lock();
  }

  void notHeld() {
    publish(); // expect: LockNotHeld "table"
  }
}
