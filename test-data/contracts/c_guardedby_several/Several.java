package c_guardedby_several;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Several locks: a read needs any one of them in any mode, a write needs all of them exclusively.
 */
final class Several {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final ReentrantLock page = new ReentrantLock();

  @GuardedBy({"table", "page"})
  private int entries;

  int readUnderFirst() {
    table.readLock().lock();
    int copy = entries;
    table.readLock().unlock();
    return copy;
  }

  int readUnderSecond() {
    page.lock();
    int copy = entries;
    page.unlock();
    return copy;
  }

  int readUnderNone() {
    return entries; // expect: UnguardedAccess
  }

  void writeUnderBoth(int n) {
    table.writeLock().lock();
    page.lock();
    entries = n;
    page.unlock();
    table.writeLock().unlock();
  }

  void writeUnderFirst(int n) {
    table.writeLock().lock();
    entries = n; // expect: UnguardedAccess "page"
    table.writeLock().unlock();
  }

  void writeUnderSecond(int n) {
    page.lock();
    entries = n; // expect: UnguardedAccess "table"
    page.unlock();
  }

  void writeUnderBothOneForReading(int n) {
    table.readLock().lock();
    page.lock();
    entries = n; // expect: UnguardedAccess "table"
    page.unlock();
    table.readLock().unlock();
  }

  void readAndWriteUnderSecond(int n) {
    page.lock();
    entries += n; // expect: UnguardedAccess "table"
    page.unlock();
  }

  int readAfterEitherArm(boolean paged) {
    if (paged) {
      page.lock();
    } else {
      table.readLock().lock();
    }
    int copy = entries;
    if (paged) {
      page.unlock();
    } else {
      table.readLock().unlock();
    }
    return copy;
  }
}
