package y73_copies;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A field that a constructor assigns from a local has what the local was declared with. */
final class Constructed {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock reads;
  private final Lock writes;
  private final Lock either;
  private ReentrantLock made;

  @GuardedBy("table")
  private int size;

  Constructed(boolean shared) {
    Lock view = table.readLock();
    Lock same = view;
    reads = same;
    ReentrantReadWriteLock lock = table;
    writes = lock.writeLock();
    Lock chosen = table.writeLock();
    if (shared) {
      chosen = table.readLock();
    }
    either = chosen;
    ReentrantLock object = new ReentrantLock();
    made = object;
  }

  int read() {
    reads.lock();
    try {
      return size;
    } finally {
      reads.unlock();
    }
  }

  void write(int n) {
    writes.lock();
    try {
      size = n;
    } finally {
      writes.unlock();
    }
  }

  void writeUnderRead(int n) {
    reads.lock();
    try {
      size = n; // expect: UnguardedAccess "held for reading"
    } finally {
      reads.unlock();
    }
  }

  void writeUnderEither(int n) {
    either.lock();
    try {
      size = n; // expect: UnguardedAccess
    } finally {
      either.unlock();
    }
  }
}

/** A holder keeps its argument, by whichever local. */
final class Holder {
  final ReentrantLock lock;

  Holder(ReentrantLock given) {
    ReentrantLock copy = given;
    lock = copy;
  }

  static void same(ReentrantLock given) {
    Holder holder = new Holder(given);
    holder.lock.lock();
    given.unlock();
  }

  static void another(ReentrantLock given, ReentrantLock other) {
    Holder holder = new Holder(given);
    holder.lock.lock();
    other.unlock(); // expect: ReleaseNotHeld
  }
}
