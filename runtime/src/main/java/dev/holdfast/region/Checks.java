package dev.holdfast.region;

import dev.holdfast.lockdep.Held;

/**
 * What the assertions decide, in each mode. Free of side effects: a check that fails throws, one
 * that passes leaves no trace.
 *
 * <p>Ownership of the mmap lock, and with it of region write locks, is exact in every mode, since
 * the lock knows its holders. Only region readers are anonymous: without tracking, "somebody may be
 * reading" is the best that a count can say. It is never turned against the caller: one who really
 * reads is always among those counted.
 */
final class Checks {
  private Checks() {}

  static void spaceLocked(AddressSpace space, AssertionMode mode) {
    if (mode != AssertionMode.OFF && !space.lock().isHeld()) {
      throw Accusation.space(space, "is not held by this thread", "for reading or writing", mode);
    }
  }

  static void spaceWriteLocked(AddressSpace space, AssertionMode mode) {
    if (mode != AssertionMode.OFF && !space.lock().isWriter()) {
      throw Accusation.space(space, "is not held for writing by this thread", "for writing", mode);
    }
  }

  static void spaceNotLocked(AddressSpace space, AssertionMode mode) {
    if (mode != AssertionMode.OFF && space.lock().isHeld()) {
      throw Accusation.space(space, "is held by this thread, and should not be", "not", mode);
    }
  }

  static void locked(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF && !isLocked(region, mode)) {
      throw Accusation.region(
          region, "is not locked by this thread", "its region lock, for reading or writing", mode);
    }
  }

  static void writeLocked(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF && !isWriteLockedByMe(region)) {
      throw Accusation.region(
          region,
          "is not write-locked by this thread",
          "the mmap lock of its space for writing, and then its region lock for writing",
          mode);
    }
  }

  static void stabilised(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF
        && !region.currentSpace().lock().isHeld()
        && !isLocked(region, mode)) {
      throw Accusation.region(
          region,
          "is not stabilised by this thread",
          "the mmap lock of its space, or its region lock, in any mode",
          mode);
    }
  }

  static void attached(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF && RegionState.isDetached(region.count())) {
      throw Accusation.region(region, "is detached", "an attached region", mode);
    }
  }

  static void detached(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF && !RegionState.isDetached(region.count())) {
      throw Accusation.region(region, "is attached", "a detached region", mode);
    }
  }

  static void mutable(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF
        && !RegionState.isDetached(region.count())
        && !isWriteLockedByMe(region)) {
      throw Accusation.region(
          region,
          "is attached and not write-locked by this thread",
          "its region lock for writing, or a detached region",
          mode);
    }
  }

  /** A read lock on top of one's own write lock would make this thread wait for itself later. */
  static void notWriteLocked(Region region, AssertionMode mode) {
    if (mode != AssertionMode.OFF && isWriteLockedByMe(region)) {
      throw Accusation.region(
          region, "is write-locked by this thread already", "no region lock on it", mode);
    }
  }

  /** Exact: numbers that agree mean nothing unless this thread is the write owner. */
  static boolean isWriteLockedByMe(Region region) {
    AddressSpace space = region.currentSpace();
    return space.lock().isWriter() && space.exclusion().isWriteLocked(region);
  }

  private static boolean isLocked(Region region, AssertionMode mode) {
    if (isWriteLockedByMe(region)) {
      return true;
    }
    Held held = readByMe(region, mode);
    if (held == Held.UNKNOWN && mode == AssertionMode.OWNERSHIP) {
      throw Accusation.region(
          region, "may or may not be locked by this thread: that is unknown", "an answer", mode);
    }
    return held != Held.NOT_HELD;
  }

  /** Whether this thread has the region read-locked: unknown if only the count can tell. */
  static Held readByMe(Region region, AssertionMode mode) {
    if (mode == AssertionMode.OWNERSHIP) {
      return Holds.readHeld(region);
    }
    return mayBeReadByMe(region) ? Held.UNKNOWN : Held.NOT_HELD;
  }

  /**
   * Whether this thread may be among the readers. If another thread has the region write-locked,
   * pins are those of readers that are bound to fail. The numbers cannot agree by chance while this
   * thread reads: its own pin kept the writer out.
   */
  private static boolean mayBeReadByMe(Region region) {
    return RegionState.mayHaveReaders(region.count())
        && !region.currentSpace().exclusion().isWriteLocked(region);
  }
}
