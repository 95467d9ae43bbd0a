// Releasing in a mode that is not held: one finding, and the hold that remains is no second one.
package j15_foreign_unlock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Modes {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  void readHeldWriteReleased() {
    table.readLock().lock();
    table.writeLock().unlock(); // expect: ReleaseNotHeld "table"
  }

  void writeHeldReadReleased() {
    table.writeLock().lock();
    size++;
    table.readLock().unlock(); // expect: ReleaseNotHeld "table"
  }

  void otherTable(Modes other) {
    table.readLock().lock();
    try {
      other.table.readLock().unlock(); // expect: ReleaseNotHeld "other.table"
    } finally {
      table.readLock().unlock();
    }
  }

  void right() {
    table.readLock().lock();
    int copy = size;
    table.readLock().unlock();
    table.writeLock().lock();
    size = copy + 1;
    table.writeLock().unlock();
  }
}
