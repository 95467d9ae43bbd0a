package dev.holdfast.region;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;

/**
 * The mmap lock of a space, held for reading until this is closed. To be closed by the thread that
 * took it.
 */
@LockScope
public final class ReadHold implements AutoCloseable {
  private final AddressSpace space;
  private boolean open = true;

  @Acquires("space.mmap.readLock()")
  ReadHold(AddressSpace space) {
    this.space = space;
    space.lockRead();
  }

  /** The space that is locked. */
  public AddressSpace space() {
    return space;
  }

  /**
   * Releases the lock; does nothing the second time.
   *
   * @throws IllegalMonitorStateException if this thread does not hold it
   */
  @Override
  public void close() {
    if (open) {
      space.unlockRead();
      open = false;
    }
  }
}
