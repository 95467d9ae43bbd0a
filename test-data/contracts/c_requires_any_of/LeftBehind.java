package c_requires_any_of;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What stays held at an exit is more than was asked for, whichever of several comes first. */
class LeftBehind {
  final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  final ReentrantLock page = new ReentrantLock();

  @GuardedBy("table")
  int rows;

  @Requires(anyOf = {"page", "table.readLock()"})
  @Releases("table.writeLock()")
  int keepsReading() {
    boolean onPage = page.isHeldByCurrentThread();
    if (onPage) {
      table.readLock().lock();
    }
    table.writeLock().unlock();
    return 3; // expect: BrokenContract "for reading besides"
  }

  @Requires(anyOf = {"table.readLock()", "page"})
  @Releases("table.writeLock()")
  int keepsReadingInOtherOrder() {
    boolean onPage = page.isHeldByCurrentThread();
    if (onPage) {
      table.readLock().lock();
    }
    table.writeLock().unlock();
    return 5; // expect: BrokenContract "for reading besides"
  }

  @Requires(anyOf = {"table.readLock()", "page"})
  @Releases("table.writeLock()")
  int readsMeanwhile() {
    table.readLock().lock();
    table.writeLock().unlock();
    try {
      return rows;
    } finally {
      table.readLock().unlock();
    }
  }

  @Requires(anyOf = {"page", "table.readLock()"})
  void takesFirstAgain() {
    page.lock();
  } // expect: LockLeak "page"

  @Requires(anyOf = {"table.readLock()", "page"})
  void takesSecondAgain() {
    page.lock();
  } // expect: LockLeak "page"

  @Requires(anyOf = {"table.readLock()", "page"})
  void givesBack() {
    page.lock();
    try {
      table.readLock().lock();
      table.readLock().unlock();
    } finally {
      page.unlock();
    }
  }
}
