package c_repeatable;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.StampedLock;

/** Contracts may be repeated; each of them counts. */
abstract class Repeated {
  final StampedLock first = new StampedLock();
  final StampedLock second = new StampedLock();

  @GuardedBy("first")
  int count;

  @GuardedBy("second")
  int other;

  @Acquires("first")
  @Acquires("second.readLock()")
  abstract void takeBoth();

  @Releases("second.readLock()")
  @Releases("first")
  abstract void giveBoth();

  @Excludes("first")
  @Excludes("second")
  abstract void neither();

  @AcquiresIf(value = "first", result = When.TRUE)
  @AcquiresIf(value = "second", result = When.FALSE)
  abstract boolean oneOrTheOther();

  @Downgrades("first")
  @Downgrades("second")
  abstract void downgradeBoth();

  @Requires("first")
  @Requires("second")
  @Downgrades("first")
  @Downgrades("second")
  void downgraded() {
    downgradeBoth();
    int copy = count + other;
    count = 19; // expect: UnguardedAccess "first"
    other = 21; // expect: UnguardedAccess "second"
  }

  void both() {
    takeBoth();
    count = 3;
    int copy = other;
    other = 5; // expect: UnguardedAccess "second"
    giveBoth();
    count = 7; // expect: UnguardedAccess "first"
  }

  void excluded() {
    first.asReadLock().lock();
    try {
      neither(); // expect: LockExcluded "first"
    } finally {
      first.asReadLock().unlock();
    }
    second.asReadLock().lock();
    try {
      neither(); // expect: LockExcluded "second"
    } finally {
      second.asReadLock().unlock();
    }
  }

  void eitherOutcome() {
    if (oneOrTheOther()) {
      count = 9;
      other = 11; // expect: UnguardedAccess "second"
      first.asWriteLock().unlock();
    } else {
      other = 13;
      count = 15; // expect: UnguardedAccess "first"
      second.asWriteLock().unlock();
    }
  }
}
