package c_lock_scope_downgrade;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.SameObject;

/** A scope that can go on with the lock held for reading only. No findings here. */
@LockScope
abstract class WriteHold implements AutoCloseable {
  final Mm mm;

  @Acquires("mm.mmap.writeLock()")
  @LockUnchecked(reason = "the mode is told by a field")
  WriteHold(Mm mm) {
    this.mm = mm;
  }

  @Acquires("mm.mmap.writeLock()")
  @SameObject({"return.mm", "mm"})
  @LockUnchecked(reason = "the mode is told by a field")
  static WriteHold of(Mm mm) {
    return null;
  }

  @Downgrades("mm.mmap")
  abstract void downgrade();

  @Override
  public abstract void close();
}
