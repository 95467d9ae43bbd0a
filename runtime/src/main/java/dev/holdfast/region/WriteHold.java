package dev.holdfast.region;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;

/**
 * The mmap lock of a space, held for writing until this is closed or downgraded, and after a
 * downgrade for reading until this is closed. To be closed by the thread that took it.
 */
@LockScope
public final class WriteHold implements AutoCloseable {
  private enum Held {
    WRITE,
    READ,
    NOTHING
  }

  private final AddressSpace space;
  private Held held = Held.WRITE;

  @Acquires("space.mmap.writeLock()")
  WriteHold(AddressSpace space) {
    this.space = space;
    space.lockWrite();
  }

  /** The space that is locked. */
  public AddressSpace space() {
    return space;
  }

  /**
   * Goes on with the lock held for reading only; see {@link AddressSpace#downgradeToRead}.
   *
   * @throws IllegalMonitorStateException if this thread does not hold it for writing
   */
  @Downgrades("space.mmap")
  public void downgrade() {
    space.downgradeToRead();
    held = Held.READ;
  }

  /**
   * Releases the lock, in the mode in which it is held by now; does nothing the second time.
   *
   * @throws IllegalMonitorStateException if this thread does not hold it
   */
  @Override
  @LockUnchecked(reason = "the mode in which the lock is held by now is told by a field")
  public void close() {
    switch (held) {
      case WRITE -> space.unlockWrite();
      case READ -> space.unlockRead();
      case NOTHING -> {
        /* Closed before. */
      }
    }
    held = Held.NOTHING;
  }
}
