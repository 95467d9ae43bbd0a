package dev.holdfast.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The sequence number of an address space: odd exactly while the mmap lock is held for writing.
 * Only the write owner changes it.
 *
 * <p>Every region write lock stores the odd number of its cycle in the region, so one increment
 * ends them all. With 64 bits the number never comes round; a narrower one exists for tests that
 * show why that matters.
 */
final class SpaceSequence {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(SpaceSequence.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long mask;
  private long value;

  /** A sequence of 64 bits. */
  SpaceSequence() {
    this(Long.SIZE);
  }

  /** A sequence of so many bits, at least one. */
  SpaceSequence(int bits) {
    mask = -1L >>> (Long.SIZE - bits);
  }

  /** The number; for its writer, or as a hint. */
  long hint() {
    return (long) VALUE.getOpaque(this);
  }

  /** The number, with acquire: who sees that a cycle has ended sees all that was stored in it. */
  long get() {
    return (long) VALUE.getAcquire(this);
  }

  /**
   * Begins a write cycle. The number becomes odd before anything that is stored in the cycle
   * becomes visible.
   */
  void begin() {
    VALUE.setOpaque(this, next());
    VarHandle.storeStoreFence();
  }

  /** Ends a write cycle, with release: what was stored in it is visible to who sees it ended. */
  void end() {
    VALUE.setRelease(this, next());
  }

  /** Whether a number is that of a write cycle. */
  static boolean isWriteCycle(long number) {
    return (number & 1) != 0;
  }

  private long next() {
    return (hint() + 1) & mask;
  }
}
