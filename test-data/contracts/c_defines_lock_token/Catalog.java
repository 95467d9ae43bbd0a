package c_defines_lock_token;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** A token whose contracts name its modes: one lock for all objects of a program. */
final class Catalog {
  @DefinesLock(label = "catalog lock", reentrant = true)
  static final class Lock {
    private Lock() {}

    @Acquires("Lock.class.readLock()")
    @LockUnchecked(reason = "the lock is elsewhere")
    static void read() {}

    @Releases("Lock.class.readLock()")
    @LockUnchecked(reason = "the lock is elsewhere")
    static void endRead() {}
  }

  @GuardedBy("Lock.class")
  private int entries;

  @Requires("Lock.class.readLock()")
  int count() {
    return entries;
  }

  @Requires("Lock.class.writeLock()")
  void add() {
    entries++;
  }

  int underRead() {
    Lock.read();
    try {
      add(); // expect: LockNotHeld "the catalog lock for writing; it is held for reading"
      entries = 1; // expect: UnguardedAccess "catalog lock"
      return count();
    } finally {
      Lock.endRead();
    }
  }

  int reads() {
    return count(); // expect: LockNotHeld "the catalog lock for reading; nothing"
  }

  void writes() {
    add(); // expect: LockNotHeld "the catalog lock for writing; nothing"
  }
}
