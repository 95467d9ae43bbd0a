package dev.holdfast.region;

import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.region.RegionStabilised;

/**
 * Walks the regions that overlap a range, in order, and keeps the one it stands on read-locked.
 * Needs no other lock.
 *
 * <p>Regions that are mapped or unmapped meanwhile may or may not be seen. A region that was mapped
 * all the time is seen, and no gap is believed that was not there at one moment. To be used and
 * closed by one thread.
 */
@LockScope
@LockUnchecked(
    reason =
        "the hold moves from region to region between calls, in a field; a contract is about one call")
public final class RegionCursor implements AutoCloseable {
  /** What became of a step. */
  public enum Step {
    /** The cursor stands on the next region, which is read-locked. */
    LOCKED,
    /** No region is left in the range. */
    END,
    /**
     * This thread was interrupted while it waited for the mmap lock; its interrupt status is set
     * again.
     */
    INTERRUPTED,
    /** The next region has as many readers as can be counted: try again later. */
    LIMIT
  }

  private static final int MAX_RETRIES = 4;

  private final AddressSpace space;
  private final LookupCounters counters;
  private final long end;
  private long position;
  private Region region;

  RegionCursor(AddressSpace space, LookupCounters counters, long start, long end) {
    Misuse.checkRange(start, end);
    this.space = space;
    this.counters = counters;
    this.position = start;
    this.end = end;
  }

  /**
   * Releases the region that the cursor stands on, and read-locks the next. Waits for the mmap lock
   * where the region cannot be locked without.
   *
   * <p>After {@link Step#INTERRUPTED} and {@link Step#LIMIT} the step can be tried again.
   */
  public Step next() {
    leave();
    for (int tries = 0; tries < MAX_RETRIES; tries++) {
      RegionMap map = space.regionMap();
      RegionMap.Mapping found = space.finder().lookUpNext(map, position);
      if (found == null || found.start() >= end) {
        return Step.END;
      }
      Step step = tryLock(map, found);
      if (step != null) {
        return step;
      }
      counters.retried();
    }
    counters.slowPath();
    return lockUnderMmap();
  }

  /**
   * The region that the cursor stands on; null before the first step, and after one that locked
   * nothing.
   */
  @RegionStabilised
  public Region region() {
    return region;
  }

  /** Releases the region that the cursor stands on; does nothing the second time. */
  @Override
  public void close() {
    leave();
    position = end;
  }

  private void leave() {
    if (region != null) {
      Region left = region;
      region = null;
      left.unlockRead();
    }
  }

  /** Locks what was found, or nothing, with null, if it is in doubt that it is the next one. */
  private Step tryLock(RegionMap map, RegionMap.Mapping found) {
    Region candidate = found.region();
    ReadAttempt attempt =
        space.exclusion().tryStartRead(candidate, Math.max(position, found.start()));
    if (attempt != ReadAttempt.GRANTED) {
      counters.aborted(AbortReason.of(attempt));
      return null;
    }
    counters.granted();
    if (Assertions.TRACKING) {
      Holds.readLocked(candidate);
    }
    if (space.finder().isStillNext(space, map, position, candidate)) {
      return arrive(candidate);
    }
    candidate.unlockRead();
    return null;
  }

  private Step lockUnderMmap() {
    try {
      space.lockReadInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Step.INTERRUPTED;
    }
    try {
      /* A detached region does not end the walk. */
      Region next = space.findNext(position);
      if (next == null || next.start() >= end) {
        return Step.END;
      }
      return next.tryLockRead() ? arrive(next) : Step.LIMIT;
    } finally {
      space.unlockRead();
    }
  }

  private Step arrive(Region next) {
    region = next;
    position = next.end();
    return Step.LOCKED;
  }
}
