// One of several locks is enough: in requirements, in read guards, and for exclusions any hold is
// too much.
package x10_any_of;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class AnyOf {
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy(
      read = {"left", "right"},
      write = {"left", "right"})
  private int both;

  @GuardedBy(
      read = {"table.readLock()", "left"},
      write = {"table.writeLock()", "left"})
  private int mixed;

  @Requires(anyOf = {"left", "right"})
  int read() {
    return both;
  }

  @Requires(
      value = "table.readLock()",
      anyOf = {"left", "right"})
  int readMixed() {
    return mixed;
  }

  @Excludes({"left", "right"})
  void neither() {
    System.out.println("neither");
  }

  void callers() {
    read(); // expect: LockNotHeld
    left.lock();
    try {
      read();
      readMixed(); // expect: LockNotHeld "table"
      both++; // expect: UnguardedAccess "right"
      mixed = 1; // expect: UnguardedAccess "table"
      neither(); // expect: LockExcluded "left"
    } finally {
      left.unlock();
    }
  }

  void both() {
    left.lock();
    right.lock();
    both++;
    right.unlock();
    left.unlock();
  }

  void mixed() {
    left.lock();
    try {
      table.writeLock().lock();
      try {
        mixed = readMixed();
      } finally {
        table.writeLock().unlock();
      }
    } finally {
      left.unlock();
    }
  }

  void eitherSide(boolean side) {
    if (side) {
      left.lock();
    } else {
      right.lock();
    }
    int copy = both;
    if (side) {
      left.unlock();
    } else {
      right.unlock();
    }
    System.out.println(copy);
  }
}
