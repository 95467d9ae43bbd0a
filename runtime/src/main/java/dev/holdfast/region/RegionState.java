package dev.holdfast.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The state word of a region: a reader count with an exclude flag, and the sequence number of the
 * last write lock. Twelve bytes, no lock object.
 *
 * <p>The lowest of three layers. It knows transitions and their memory orderings and nothing else;
 * {@link ReaderExclusion} makes a protocol of them.
 *
 * <p>The count:
 *
 * <ul>
 *   <li>0: detached. Only {@link #publish} moves it away from 0.
 *   <li>1: attached; unlocked, or write-locked if the sequence numbers of region and space agree.
 *   <li>2 to {@link #LIMIT}: attached, with (count - 1) pins.
 *   <li>{@link #EXCLUDE} set: no pin can be added. {@link #EXCLUDE} alone is a detacher that has
 *       waited out the last pin; {@code EXCLUDE + 1} a write-locker that has, or a detacher that
 *       waits for one more.
 * </ul>
 *
 * <p>Read-modify-writes of the count are in volatile mode: acquire mode would write plainly and
 * release mode read plainly, so that of two readers that leave in turn only the last would be
 * ordered before the writer.
 */
abstract class RegionState {
  /** The count of a region that nobody can pin. */
  static final int DETACHED = 0;

  /** The count of an attached region without pins. */
  static final int ATTACHED = 1;

  /** The flag that keeps new pins out. */
  static final int EXCLUDE = 1 << 30;

  /** The largest count; a pin at the limit is refused. */
  static final int LIMIT = EXCLUDE - 1;

  /**
   * The sequence number of a region that is not write-locked. All ones: no space ever reaches it,
   * while an even number could equal that of an unlocked space.
   */
  static final long UNLOCKED = -1L;

  private static final VarHandle COUNT;
  private static final VarHandle SEQUENCE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      COUNT = lookup.findVarHandle(RegionState.class, "count", int.class);
      SEQUENCE = lookup.findVarHandle(RegionState.class, "sequence", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int count;
  private long sequence = UNLOCKED;

  /**
   * The protocol of the space that this region belongs to at present. Stable while the region is
   * pinned.
   */
  abstract ReaderExclusion owner();

  /** Whether the region covers an address. Reliable while the region is stabilised. */
  abstract boolean covers(long address);

  // What a count says.

  /** Whether a region with this count cannot be pinned because it is detached. */
  static boolean isDetached(int count) {
    return count == DETACHED;
  }

  /** Whether a write-locker or a detacher keeps new pins out. */
  static boolean isExcluding(int count) {
    return (count & EXCLUDE) != 0;
  }

  /** Whether a pin can be added. */
  static boolean admitsPin(int count) {
    return count > DETACHED && count < LIMIT;
  }

  /**
   * Whether the last pin that a write-locker or a detacher waits for may be gone: it should look.
   */
  static boolean mayEndWait(int count) {
    return count == EXCLUDE || count == EXCLUDE + ATTACHED;
  }

  /**
   * Whether somebody may have the region read-locked. A reader always counts beside the attach
   * reference, so 1, with or without the flag, is nobody.
   */
  static boolean mayHaveReaders(int count) {
    return (count & ~EXCLUDE) > ATTACHED;
  }

  // Transitions of the count.

  /** The count, for a hint: no ordering. */
  final int countHint() {
    return (int) COUNT.getOpaque(this);
  }

  /** The count; what a pin's holder did before it left is visible to who sees it gone. */
  final int count() {
    return (int) COUNT.getVolatile(this);
  }

  /**
   * Adds a pin unless the region is detached, excludes readers, or is at the limit. Acquire on
   * success: what is read afterwards belongs to the present life of the region.
   *
   * @return the count found: the pin was added if and only if it {@linkplain #admitsPin admits} one
   */
  final int pin() {
    int found = countHint();
    while (admitsPin(found)) {
      if (COUNT.compareAndSet(this, found, found + 1)) {
        return found;
      }
      found = countHint();
    }
    return found;
  }

  /** Removes a pin. Release, cumulative over earlier pins. */
  final int unpin() {
    return (int) COUNT.getAndAdd(this, -1) - 1;
  }

  /**
   * Keeps new pins out. The flag must not be set.
   *
   * @return whether it did; false if the region is detached
   */
  final boolean exclude() {
    int found = count();
    while (!isDetached(found)) {
      if (COUNT.compareAndSet(this, found, found + EXCLUDE)) {
        return true;
      }
      found = count();
    }
    return false;
  }

  /**
   * Lets pins in again; what was stored before is visible to them.
   *
   * @return the count after that
   */
  final int include() {
    return (int) COUNT.getAndAdd(this, -EXCLUDE) - EXCLUDE;
  }

  /**
   * Attaches a detached region, with release: from here on it can be pinned, so all else must be
   * stored before.
   */
  final void publish() {
    COUNT.setRelease(this, ATTACHED);
  }

  /**
   * Drops the attach reference.
   *
   * @return the count after that, which is the number of pins left
   */
  final int unpublish() {
    return (int) COUNT.getAndAdd(this, -1) - 1;
  }

  // The sequence number.

  /** The sequence number, for a hint: no ordering. */
  final long sequenceHint() {
    return (long) SEQUENCE.getOpaque(this);
  }

  /** The sequence number, with acquire: an explicit end of a write lock is published through it. */
  final long sequence() {
    return (long) SEQUENCE.getAcquire(this);
  }

  /**
   * Stores a sequence number without ordering; {@link #include} must follow if the region is
   * attached.
   */
  final void setSequence(long value) {
    SEQUENCE.setOpaque(this, value);
  }

  /**
   * Ends the write lock of this region alone, with release: the stores made under it are visible to
   * who sees it ended.
   */
  final void clearSequence() {
    SEQUENCE.setRelease(this, UNLOCKED);
  }

  /**
   * Sets the count whatever it was. For tests of counts that cannot be reached in reasonable time.
   */
  final void forceCount(int value) {
    COUNT.setVolatile(this, value);
  }
}
