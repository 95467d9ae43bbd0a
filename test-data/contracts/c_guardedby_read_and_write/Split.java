package c_guardedby_read_and_write;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The guard of reads (any of) and the guard of writes (all of), said separately, modes by view. */
final class Split {
  private final ReentrantReadWriteLock map = new ReentrantReadWriteLock();
  private final ReentrantLock page = new ReentrantLock();

  @GuardedBy(
      read = {"map", "page"},
      write = {"map.readLock()", "page"})
  private int entry;

  @GuardedBy(read = "map.writeLock()", write = "map.writeLock()")
  private int exclusive;

  @GuardedBy(write = "page")
  private int onlyWrites;

  void writeUnderReadLockAndPage(int n) {
    map.readLock().lock();
    page.lock();
    entry = n;
    page.unlock();
    map.readLock().unlock();
  }

  void writeUnderWriteLockAndPage(int n) {
    map.writeLock().lock();
    page.lock();
    entry = n;
    page.unlock();
    map.writeLock().unlock();
  }

  void writeUnderPageOnly(int n) {
    page.lock();
    entry = n; // expect: UnguardedAccess "map"
    page.unlock();
  }

  void writeUnderMapOnly(int n) {
    map.writeLock().lock();
    entry = n; // expect: UnguardedAccess "page"
    map.writeLock().unlock();
  }

  int readUnderEither(int n) {
    page.lock();
    int first = entry;
    page.unlock();
    map.readLock().lock();
    int second = entry;
    map.readLock().unlock();
    return first + second;
  }

  int readUnderNone() {
    return entry; // expect: UnguardedAccess
  }

  int readNeedsTheWriteLock() {
    map.readLock().lock();
    int copy = exclusive; // expect: UnguardedAccess "for reading"
    map.readLock().unlock();
    map.writeLock().lock();
    copy += exclusive;
    map.writeLock().unlock();
    return copy;
  }

  void writesOnly(int n) {
    page.lock();
    onlyWrites = n;
    page.unlock();
    onlyWrites = n; // expect: UnguardedAccess "page"
  }
}
