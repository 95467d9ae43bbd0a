package c_lock_scope_uses;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;

/** A scope over the mmap lock held for reading. No findings here. */
@LockScope
final class ReadHold implements AutoCloseable {
  private final Mm mm;

  @Acquires("mm.mmap.readLock()")
  ReadHold(Mm mm) {
    this.mm = mm;
    mm.lockRead();
  }

  @Override
  public void close() {
    mm.unlockRead();
  }
}
