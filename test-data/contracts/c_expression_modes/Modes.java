package c_expression_modes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The two modes are the views of a read-write lock, and a bare lock means: exclusive in a
 * requirement, a guard's write, an acquisition; any mode in a guard's read, a release, an
 * exclusion.
 */
abstract class Modes {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  final StampedLock stamped = new StampedLock();

  @GuardedBy("rw")
  int count;

  @Requires("rw.readLock()")
  abstract void needsRead();

  @Requires("rw.writeLock()")
  abstract void needsWrite();

  @Requires("rw")
  abstract void needsBare();

  @Requires("stamped.readLock()")
  abstract void needsStampRead();

  @Requires("stamped.writeLock()")
  abstract void needsStampWrite();

  @Releases("rw")
  abstract void releaseAny();

  @Excludes("rw")
  abstract void excludeAny();

  @Acquires("rw")
  abstract void acquireBare();

  void underRead() {
    rw.readLock().lock();
    try {
      needsRead();
      needsWrite(); // expect: LockNotHeld "for reading"
      needsBare(); // expect: LockNotHeld "for reading"
      excludeAny(); // expect: LockExcluded "rw"
    } finally {
      rw.readLock().unlock();
    }
  }

  void underWrite() {
    rw.writeLock().lock();
    try {
      needsRead();
      needsWrite();
      needsBare();
      excludeAny(); // expect: LockExcluded "rw"
    } finally {
      rw.writeLock().unlock();
    }
  }

  void underReadStamp() {
    long stamp = stamped.readLock();
    try {
      needsStampRead();
      needsStampWrite(); // expect: LockNotHeld "for reading"
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  void underWriteStamp() {
    long stamp = stamped.writeLock();
    try {
      needsStampRead();
      needsStampWrite();
    } finally {
      stamped.unlockWrite(stamp);
    }
  }

  void releasedInEitherMode() {
    rw.readLock().lock();
    releaseAny();
    rw.writeLock().lock();
    releaseAny();
  }

  void acquiredExclusively() {
    acquireBare();
    try {
      count = 3;
      needsWrite();
    } finally {
      rw.writeLock().unlock();
    }
  }

  void wrongModeGivenBack() {
    acquireBare();
    rw.readLock().unlock(); // expect: ReleaseNotHeld "rw"
  }
}
