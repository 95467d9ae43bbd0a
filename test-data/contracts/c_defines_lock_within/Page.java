package c_defines_lock_within;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/**
 * A lock within another: taking it exclusively needs the outer one exclusively, holding it implies
 * the outer one, and it ends when the outer one is released or downgraded.
 */
@DefinesLock(name = "page", label = "page lock", within = "table.table")
abstract class Page {
  final Table table;

  @GuardedBy("page")
  int fill;

  @GuardedBy("table.table")
  int rank;

  Page(Table table) {
    this.table = table;
  }

  @Acquires("page.writeLock()")
  abstract void lockWrite();

  @Releases("page.writeLock()")
  abstract void unlockWrite();

  @Acquires("page.readLock()")
  abstract void lockRead();

  @Releases("page.readLock()")
  abstract void unlockRead();

  @Requires("page")
  void holdingImpliesOuter() {
    fill = 3;
    rank = 5;
  }

  @Requires("page")
  void outerDroppedAndBothRetaken() {
    table.unlockWrite();
    table.lockWrite();
    lockWrite();
  }

  @Requires("page")
  void innerNotRetaken() {
    table.unlockWrite();
    table.lockWrite();
  } // expect: BrokenContract "page lock"

  @Requires("page.readLock()")
  void sharedDoesNot() {
    int copy = fill;
    copy += rank; // expect: UnguardedAccess "table lock"
  }

  void takenWithout() {
    lockWrite(); // expect: LockNotHeld "table lock"
    unlockWrite();
  }

  void takenShared() {
    lockRead();
    unlockRead();
  }

  void takenInside() {
    table.lockWrite();
    try {
      lockWrite();
      fill = 7;
      unlockWrite();
      fill = 9; // expect: UnguardedAccess "page lock"
    } finally {
      table.unlockWrite();
    }
  }

  void endedByRelease() {
    table.lockWrite();
    try {
      lockWrite();
    } finally {
      table.unlockWrite();
    }
    fill = 11; // expect: UnguardedAccess "page lock"
  }

  void endedByDowngrade() {
    table.lockWrite();
    try {
      lockWrite();
      table.downgrade();
      rank = 13; // expect: UnguardedAccess "table lock"
      fill = 15; // expect: UnguardedAccess "page lock"
    } finally {
      table.unlock();
    }
  }

  void releasedTwice() {
    table.lockWrite();
    try {
      lockWrite();
    } finally {
      table.unlockWrite();
    }
    unlockWrite(); // expect: ReleaseNotHeld "page lock"
  }

  void sharedHoldOutlivesTheOuter() {
    table.lockRead();
    try {
      lockRead();
    } finally {
      table.unlockRead();
    }
    int copy = fill;
    unlockRead();
  }

  void outerUnderInner() {
    lockRead();
    try {
      table.lockRead(); // expect: LockOrder "table lock"
      table.unlockRead();
    } finally {
      unlockRead();
    }
  }
}
