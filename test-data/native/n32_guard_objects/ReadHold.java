package n32;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;

/** A scope over the mmap lock held for reading; closing it twice is allowed. No findings here. */
@LockScope
final class ReadHold implements AutoCloseable {
  private final Mm mm;
  private boolean open;

  @Acquires("mm.mmap.readLock()")
  ReadHold(Mm mm) {
    this.mm = mm;
    open = true;
    mm.lockRead();
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      mm.unlockRead();
    }
  }
}
