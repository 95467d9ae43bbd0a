package dev.holdfast.region;

import dev.holdfast.lockdep.Held;
import dev.holdfast.lockdep.Hold;
import dev.holdfast.lockdep.LockClass;
import dev.holdfast.lockdep.Mode;
import dev.holdfast.lockdep.Tracking;

/**
 * Tells the lock validator what this thread takes and releases. Called only where {@link
 * Assertions#TRACKING} is set.
 *
 * <ul>
 *   <li>The mmap lock is recorded under its {@link AddressSpace}, a region lock under its {@link
 *       Region}.
 *   <li>A region read lock is recorded as a try, since it never waits.
 *   <li>All region write locks of a space are part of the one entry of its mmap write lock, and end
 *       with it.
 * </ul>
 */
final class Holds {
  private static final LockClass MMAP = LockClass.of("AddressSpace.mmap");
  private static final LockClass REGION = LockClass.of("Region.lock");

  private Holds() {}

  static void acquiring(AddressSpace space, Mode mode, int level) {
    Tracking.acquiring(space, MMAP, level, mode);
  }

  static void acquired(AddressSpace space, Mode mode, int level, boolean tried) {
    Tracking.acquired(space, MMAP, level, mode, tried);
  }

  static void released(AddressSpace space, Mode mode) {
    if (mode == Mode.EXCLUSIVE) {
      Tracking.endNested(space);
    }
    Tracking.released(space, mode);
  }

  static void downgraded(AddressSpace space) {
    Tracking.downgraded(space);
  }

  static void readLocked(Region region) {
    Tracking.acquired(region, REGION, 0, Mode.SHARED, true);
  }

  /**
   * Whether this thread had the region read-locked; if not, that was reported and nothing changed.
   */
  static boolean readUnlocked(Region region) {
    return Tracking.released(region, Mode.SHARED);
  }

  static void writeLocking(AddressSpace space, Region region) {
    Tracking.acquiringNested(space, region, REGION);
  }

  static void writeLocked(AddressSpace space, Region region) {
    Tracking.nested(space, region, REGION);
  }

  static void writeUnlocked(AddressSpace space, Region region) {
    Tracking.unnested(space, region);
  }

  static void recycled(Region region) {
    Tracking.recycled(region);
  }

  /** Whether this thread has the region read-locked. */
  static Held readHeld(Region region) {
    return Tracking.isHeld(region, Mode.SHARED);
  }

  /** This thread's hold of a space or region, or null. */
  static Hold hold(Object lock) {
    return Tracking.hold(lock);
  }
}
