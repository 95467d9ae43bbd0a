package dev.holdfast.region;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.GuardedByRegion;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresAttached;
import dev.holdfast.annotations.region.RequiresDetached;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionMutable;
import dev.holdfast.annotations.region.RequiresRegionWrite;
import dev.holdfast.lockdep.Held;
import dev.holdfast.lockdep.Mode;
import dev.holdfast.lockdep.OwnershipAware;

/**
 * A range of addresses in an {@link AddressSpace}, with a read/write lock of its own.
 *
 * <ul>
 *   <li>Readers never wait: {@link AddressSpace#tryLockRegion} and {@link #tryLockRead} succeed or
 *       fail at once. Any number of threads can read, each with one or several regions.
 *   <li>A writer must hold the mmap lock of the space for writing first. {@link #lockWrite} waits
 *       for readers to leave. All write locks of a space end together when its mmap lock is
 *       released or downgraded.
 *   <li>The range and the flags can be read under the mmap lock or the region lock in any mode, and
 *       written under both in write mode.
 * </ul>
 *
 * <p>A region that was unmapped is detached, and may soon be another region: do not keep references
 * to regions beyond the lock under which they were obtained.
 *
 * <p>Misuse that would damage the lock, such as a write lock without the mmap lock, is an {@link
 * IllegalMonitorStateException} in every {@link AssertionMode}, and changes nothing.
 */
@DefinesLock(name = "mmap", sameAs = "space.mmap")
@DefinesLock(name = "lock", label = "region lock", within = "space.mmap")
@DefinesLock(
    name = "stabilised",
    label = "stability",
    impliedBy = {"space.mmap", "lock"})
@DefinesState(
    name = "attached",
    needs = "stabilised",
    excludes = "detached",
    impliedBy = "lock.readLock()")
@DefinesState(name = "detached", excludes = "attached")
public final class Region extends RegionState implements OwnershipAware {
  /**
   * The flag of a region that {@link AddressSpace#lockReadAndFind} extends down to an address that
   * was looked up below it, as a stack grows. The other 63 bits are the user's.
   */
  public static final long GROWS_DOWN = 1L << 63;

  /** Written once in each life of the region, while nobody can pin it. */
  @GuardedBy(value = "lock", racyReads = true)
  AddressSpace space;

  @GuardedByRegion private long start;
  @GuardedByRegion private long end;
  @GuardedByRegion private long flags;

  /** Whether the region stands in the map of its space, be it attached or not. */
  private boolean mapped;

  /** A detached region of no space, for the pool. */
  Region() {}

  // Queries.

  /** The space that the region belongs to. */
  @Returns("space")
  public AddressSpace space() {
    return space;
  }

  /** The first address. */
  @RegionStabilised
  public long start() {
    return start;
  }

  /** The address after the last. */
  @RegionStabilised
  public long end() {
    return end;
  }

  /** The flags; what they mean is up to the user, {@link #GROWS_DOWN} apart. */
  @RegionStabilised
  public long flags() {
    return flags;
  }

  // Locking.

  /**
   * Read-locks this region while the mmap lock is held, so that the mmap lock can be released and
   * the region kept. Does not wait.
   *
   * @return false if the region is detached or has as many readers as can be counted
   */
  @RequiresMmapRead
  @AcquiresIf(value = "lock.readLock()", result = When.TRUE)
  @LockUnchecked(reason = "implements the region lock: the hold is the count that `pin` raises")
  public boolean tryLockRead() {
    if (Assertions.ENABLED) {
      Checks.spaceLocked(space, Assertions.MODE);
      Checks.notWriteLocked(this, Assertions.MODE);
    }
    if (!space.exclusion().tryStartReadLocked(this)) {
      return false;
    }
    if (Assertions.TRACKING) {
      Holds.readLocked(this);
    }
    return true;
  }

  /**
   * Ends this thread's read lock. The region must not be touched afterwards, unless another lock
   * stabilises it.
   *
   * @throws IllegalMonitorStateException if nobody has the region read-locked; in {@link
   *     AssertionMode#OWNERSHIP}, if this thread has not
   */
  @Releases("lock.readLock()")
  @LockUnchecked(reason = "implements the region lock: the hold is the count that `endRead` lowers")
  public void unlockRead() {
    if (!mayHaveReaders(countHint()) || Assertions.TRACKING && !Holds.readUnlocked(this)) {
      throw Misuse.region(this, "cannot be released for reading", "does not have it read-locked");
    }
    /* The owner is read while the pin still keeps it: the wake-up is for the owner's writer. */
    space.exclusion().endRead(this);
  }

  /**
   * Write-locks this region until the mmap lock is released or downgraded, or {@link #unlockWrite}.
   * Waits for its readers, without heeding interrupts; the interrupt status is kept. Does nothing
   * if the region is write-locked already. Legal for a detached region.
   *
   * @throws IllegalStateException if the region was unmapped
   * @throws IllegalMonitorStateException if this thread does not hold the mmap lock for writing, or
   *     is known to have the region read-locked and would wait for itself
   */
  @RequiresMmapWrite
  @Acquires(value = "lock", idempotent = true)
  @LockUnchecked(reason = "implements the region lock: the hold is a number stored in the region")
  public void lockWrite() {
    beforeWriteLock();
    space.exclusion().startWrite(this);
    afterWriteLock();
  }

  /**
   * Write-locks this region as {@link #lockWrite} does, unless interrupted.
   *
   * @throws InterruptedException if this thread is interrupted; then the region is as it was
   *     before, the mmap lock is still held, and so are the region locks taken earlier
   */
  @RequiresMmapWrite
  @Acquires(value = "lock", idempotent = true)
  @LockUnchecked(reason = "implements the region lock: the hold is a number stored in the region")
  public void lockWriteInterruptibly() throws InterruptedException {
    beforeWriteLock();
    if (Thread.interrupted() || !space.exclusion().startWriteInterruptibly(this)) {
      throw new InterruptedException("interrupted while write-locking " + this);
    }
    afterWriteLock();
  }

  /**
   * Ends the write lock of this region alone, so that readers can enter while the mmap lock is
   * still held for writing. Optional: the end of the mmap write lock ends all.
   *
   * @throws IllegalMonitorStateException if this thread does not have the region write-locked
   */
  @Releases("lock.writeLock()")
  @LockUnchecked(reason = "implements the region lock: the hold is a number stored in the region")
  public void unlockWrite() {
    if (!Checks.isWriteLockedByMe(this)) {
      throw Misuse.region(this, "cannot be released for writing", "does not have it write-locked");
    }
    if (Assertions.TRACKING) {
      Holds.writeUnlocked(space, this);
    }
    space.exclusion().endWrite(this);
  }

  private void beforeWriteLock() {
    checkMapped();
    space.lock().checkWriter("used to write-lock a region");
    if (!Assertions.TRACKING) {
      return;
    }
    if (Holds.readHeld(this) == Held.HELD) {
      throw Misuse.region(
          this, "cannot be write-locked", "has it read-locked, and would wait for itself");
    }
    if (!Checks.isWriteLockedByMe(this)) {
      Holds.writeLocking(space, this);
    }
  }

  private void afterWriteLock() {
    if (Assertions.TRACKING) {
      Holds.writeLocked(space, this);
    }
  }

  // Changes.

  /**
   * Sets the flags.
   *
   * @throws IllegalStateException if the region was unmapped
   * @throws IllegalMonitorStateException if the region is attached and not write-locked by this
   *     thread
   */
  @RequiresRegionMutable
  @LockUnchecked(
      reason =
          "nobody can pin a detached region, so its fields need no lock; the guards cannot say so")
  public void setFlags(long flags) {
    checkMutable();
    this.flags = flags;
  }

  /**
   * Moves the end of the region up or down.
   *
   * @param end the address after the last
   * @throws IllegalArgumentException if the region would be empty or overlap the next one; nothing
   *     has changed then
   * @throws IllegalStateException if the region was unmapped
   * @throws IllegalMonitorStateException if the region is attached and not write-locked by this
   *     thread
   */
  @RequiresRegionMutable
  public void setEnd(long end) {
    checkMutable();
    RegionEditor.setEnd(this, end);
  }

  /**
   * Splits this region in two. This one keeps the lower part.
   *
   * @param at the first address of the upper part
   * @return the upper part: attached, with the same flags, and not write-locked
   * @throws IllegalArgumentException if a part would be empty; nothing has changed then
   * @throws IllegalStateException if the region is detached
   * @throws IllegalMonitorStateException if the region is not write-locked by this thread
   */
  @RequiresRegionWrite
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  public Region split(long at) {
    checkWriteLocked();
    checkAttached("split");
    return RegionEditor.split(this, at);
  }

  /**
   * Extends this region over the next one, which is detached and recycled. The next region must
   * begin where this one ends, and have the same flags.
   *
   * @return this region
   * @throws IllegalStateException if there is no such next region, or this one is detached; nothing
   *     has changed then
   * @throws IllegalMonitorStateException if the region is not write-locked by this thread
   */
  @RequiresRegionWrite
  @Returns("this")
  public Region mergeWithNext() {
    checkWriteLocked();
    checkAttached("merged");
    RegionEditor.mergeWithNext(this);
    return this;
  }

  /**
   * Makes a detached region available to readers again.
   *
   * @throws IllegalStateException if the region is attached, or was unmapped
   * @throws IllegalMonitorStateException if the region is not write-locked by this thread
   */
  @RequiresRegionWrite
  @RequiresDetached
  @Establishes("attached")
  public void markAttached() {
    checkWriteLocked();
    if (Assertions.ENABLED) {
      Checks.detached(this, Assertions.MODE);
    }
    if (!isDetached(count())) {
      throw new IllegalStateException(this + " is attached already");
    }
    space.exclusion().attach(this);
    assertAttached();
  }

  /**
   * Keeps readers from this region for good, and waits until nobody refers to it through its count.
   * It stays in the map until it is unmapped; {@link #markAttached} takes this back.
   *
   * @throws IllegalStateException if the region is detached
   * @throws IllegalMonitorStateException if the region is not write-locked by this thread
   */
  @RequiresRegionWrite
  @RequiresAttached
  @Establishes("detached")
  public void markDetached() {
    checkWriteLocked();
    checkAttached("detached");
    space.exclusion().detach(this);
    assertDetached();
  }

  // Assertions.

  /** Asserts that this thread has the region locked, for reading or writing. */
  @AssertsHeld("lock.readLock()")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertLocked() {
    if (Assertions.ENABLED) {
      Checks.locked(this, Assertions.MODE);
    }
  }

  /** Asserts that this thread has the region write-locked. */
  @AssertsHeld("lock.writeLock()")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertWriteLocked() {
    if (Assertions.ENABLED) {
      Checks.writeLocked(this, Assertions.MODE);
    }
  }

  /**
   * Asserts that this thread holds a lock that keeps the region as it is: the mmap lock or the
   * region lock, in any mode.
   */
  @AssertsHeld("stabilised")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertStabilised() {
    if (Assertions.ENABLED) {
      Checks.stabilised(this, Assertions.MODE);
    }
  }

  /** Asserts that the region is attached. Reliable while it is stabilised. */
  @AssertsHeld("attached")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertAttached() {
    if (Assertions.ENABLED) {
      Checks.attached(this, Assertions.MODE);
    }
  }

  /**
   * Asserts that the region is detached. Reliable for whoever detached it, or holds the mmap lock
   * for writing.
   */
  @AssertsHeld("detached")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertDetached() {
    if (Assertions.ENABLED) {
      Checks.detached(this, Assertions.MODE);
    }
  }

  /**
   * Asserts that this thread may change the region: it has it write-locked, or the region is
   * detached.
   */
  @AssertsHeld(anyOf = {"lock.writeLock()", "detached"})
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertMutable() {
    if (Assertions.ENABLED) {
      Checks.mutable(this, Assertions.MODE);
    }
  }

  /**
   * Whether this thread has the region locked. Exact for the write lock; where holds are not
   * recorded, unknown for the read lock as long as anybody may have it.
   */
  @Override
  public Held heldByCurrentThread(Mode mode) {
    boolean mayWrite = mode == null || !mode.isShared();
    if (mayWrite && Checks.isWriteLockedByMe(this)) {
      return Held.HELD;
    }
    return mode == Mode.EXCLUSIVE ? Held.NOT_HELD : Checks.readByMe(this, Assertions.MODE);
  }

  /** What was unmapped can be another region at any moment, so nothing can be done with it. */
  private void checkMapped() {
    if (!mapped) {
      throw new IllegalStateException(this + " was unmapped");
    }
  }

  private void checkWriteLocked() {
    checkMapped();
    if (Assertions.ENABLED) {
      Checks.writeLocked(this, Assertions.MODE);
    }
    if (!Checks.isWriteLockedByMe(this)) {
      throw Misuse.region(this, "cannot be changed", "does not have it write-locked");
    }
  }

  private void checkMutable() {
    checkMapped();
    if (Assertions.ENABLED) {
      Checks.mutable(this, Assertions.MODE);
    }
    if (!isDetached(count()) && !Checks.isWriteLockedByMe(this)) {
      throw Misuse.region(this, "cannot be changed", "does not have it write-locked");
    }
  }

  private void checkAttached(String what) {
    if (Assertions.ENABLED) {
      Checks.attached(this, Assertions.MODE);
    }
    if (isDetached(count())) {
      throw new IllegalStateException(this + " is detached and cannot be " + what);
    }
  }

  // For the rest of the package.

  /** Begins a new life in a space. Nobody can pin the region before it is attached. */
  @RequiresDetached
  @SameObject({"return.space", "space"})
  @LockUnchecked(
      reason =
          "nobody can pin a detached region, so its fields need no lock; the guards cannot say so")
  Region begin(AddressSpace space, long start, long end, long flags) {
    this.space = space;
    this.start = start;
    this.end = end;
    this.flags = flags;
    mapped = true;
    return this;
  }

  /** Ends this life, once the region is detached and stands in no map any more. */
  void finish() {
    mapped = false;
  }

  /** Sets the range; the map has to follow. */
  @RequiresRegionMutable
  @LockUnchecked(
      reason =
          "nobody can pin a detached region, so its fields need no lock; the guards cannot say so")
  void store(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /** The present space, for checks: it may be that of another life. */
  AddressSpace currentSpace() {
    return space;
  }

  @Override
  ReaderExclusion owner() {
    return space.exclusion();
  }

  @Override
  @LockUnchecked(reason = "called with the region pinned, which is the region lock in the making")
  boolean covers(long address) {
    return start <= address && address < end;
  }

  /** The range, as it seems at the moment. */
  @Override
  @LockUnchecked(reason = "for messages, where a range that is out of date does no harm")
  public String toString() {
    return "region [0x%x, 0x%x) of %s".formatted(start, end, space);
  }
}
