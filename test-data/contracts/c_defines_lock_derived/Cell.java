package c_defines_lock_derived;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/**
 * A derived lock is held, for reading, while any of its alternatives is held in any mode; branches
 * with different alternatives agree on it after the join.
 */
@DefinesLock(name = "lock", label = "cell lock")
@DefinesLock(
    name = "pinned",
    label = "pin",
    impliedBy = {"parent.tree", "lock"})
abstract class Cell {
  final Parent parent;

  @GuardedBy(read = "pinned", write = "lock")
  int value;

  Cell(Parent parent) {
    this.parent = parent;
  }

  @Acquires("lock.readLock()")
  abstract void lockRead();

  @Releases("lock.readLock()")
  abstract void unlockRead();

  @Acquires("lock")
  abstract void lock();

  @Releases("lock")
  abstract void unlock();

  @Requires("pinned")
  abstract int read();

  int byOwnLock() {
    lockRead();
    try {
      return value + read();
    } finally {
      unlockRead();
    }
  }

  int byParent() {
    parent.lockRead();
    try {
      return value + read();
    } finally {
      parent.unlockRead();
    }
  }

  void byExclusiveLock() {
    lock();
    try {
      value = read();
    } finally {
      unlock();
    }
  }

  @Requires("pinned")
  int byContract() {
    return value;
  }

  @Requires("pinned")
  void noMoreThanReading() {
    value = 3; // expect: UnguardedAccess "cell lock"
  }

  int byNeither() {
    int copy = read(); // expect: LockNotHeld "pin"
    return copy + value; // expect: UnguardedAccess "pin"
  }

  int byEither(boolean wide) {
    if (wide) {
      parent.lockRead();
    } else {
      lockRead();
    }
    try {
      return value;
    } finally {
      if (wide) {
        parent.unlockRead();
      } else {
        unlockRead();
      }
    }
  }

  @Requires("parent.tree.readLock()")
  void exchanged() {
    lockRead();
    try {
      int copy = value;
    } finally {
      unlockRead();
    }
    int copy = value;
  }
}
