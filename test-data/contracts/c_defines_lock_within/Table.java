package c_defines_lock_within;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.Releases;

/** The outer lock of the pages. No findings here. */
@DefinesLock(name = "table", label = "table lock")
abstract class Table {
  @Acquires("table.readLock()")
  abstract void lockRead();

  @Releases("table.readLock()")
  abstract void unlockRead();

  @Acquires("table.writeLock()")
  abstract void lockWrite();

  @Releases("table.writeLock()")
  abstract void unlockWrite();

  @Downgrades("table")
  abstract void downgrade();

  @Releases("table")
  abstract void unlock();
}
