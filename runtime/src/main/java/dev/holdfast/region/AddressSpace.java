package dev.holdfast.region;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.lockdep.Held;
import dev.holdfast.lockdep.LockClass;
import dev.holdfast.lockdep.Mode;
import dev.holdfast.lockdep.OwnershipAware;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * A space of {@linkplain Region regions} under a read-mostly lock of two levels: one mmap lock for
 * the whole space, and one region lock for each region.
 *
 * <ul>
 *   <li>A reader that wants one address takes that region's lock with {@link #tryLockRegion}, which
 *       needs no other lock and never waits. Where it fails, {@link #lockReadAndFind} is the slow
 *       path; {@link #stabilise} does both.
 *   <li>A writer takes the mmap lock for writing, and then the write lock of each region that it
 *       changes. Readers of other regions go on.
 *   <li>Releasing or downgrading the mmap write lock ends all region write locks of the space at
 *       once.
 * </ul>
 *
 * <p>The mmap lock is fair and not reentrant: a waiting writer keeps new readers out, so a thread
 * that takes it twice, or waits for it while it holds a region of the space, may wait forever.
 * Where that is certain the call throws {@link IllegalMonitorStateException} instead; so does
 * releasing what the thread does not hold. Addresses are signed numbers.
 */
@DefinesLock(name = "mmap", label = "mmap lock")
public final class AddressSpace implements OwnershipAware {
  private final String name;
  private final SpaceLock lock;
  private final ReaderExclusion exclusion;
  private final RegionPool pool;
  private final RegionFinder finder;
  private final LookupCounters counters = new LookupCounters();

  @GuardedBy(value = "mmap", racyReads = true)
  private volatile RegionMap regions = RegionMap.EMPTY;

  AddressSpace(String name, RegionPool pool, SpaceParts parts) {
    this.name = name != null ? name : Integer.toHexString(System.identityHashCode(this));
    this.exclusion = parts.exclusion();
    this.lock = parts.lock(toString());
    this.pool = pool;
    this.finder = parts.finder(counters);
  }

  /** An empty space with a pool of its own. */
  public static AddressSpace create() {
    return new AddressSpace(null, RegionPool.create(), new SpaceParts());
  }

  /**
   * An empty space.
   *
   * @param name what it is called in messages
   * @param pool where its regions come from and go to
   */
  public static AddressSpace create(String name, RegionPool pool) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(pool, "pool");
    return new AddressSpace(name, pool, new SpaceParts());
  }

  // The mmap lock.

  /**
   * Takes the mmap lock for reading; waits for a writer that holds it or waits for it. Not while
   * this thread holds the mmap lock or a region lock of this space.
   */
  @Acquires("mmap.readLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void lockRead() {
    if (Assertions.TRACKING) {
      Holds.acquiring(this, Mode.SHARED, 0);
    }
    lock.lockRead();
    if (Assertions.TRACKING) {
      Holds.acquired(this, Mode.SHARED, 0, false);
    }
  }

  /**
   * Takes the mmap lock for reading as {@link #lockRead} does, unless interrupted.
   *
   * @throws InterruptedException if this thread is interrupted; then nothing is held
   */
  @Acquires("mmap.readLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void lockReadInterruptibly() throws InterruptedException {
    if (Assertions.TRACKING) {
      Holds.acquiring(this, Mode.SHARED, 0);
    }
    lock.lockReadInterruptibly();
    if (Assertions.TRACKING) {
      Holds.acquired(this, Mode.SHARED, 0, false);
    }
  }

  /**
   * Takes the mmap lock for reading if that is possible at once. Legal while holding a region read
   * lock.
   *
   * @return false if a writer holds the lock or waits for it, or this thread holds it in any mode
   */
  @AcquiresIf(value = "mmap.readLock()", result = When.TRUE)
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public boolean tryLockRead() {
    boolean taken = lock.tryLockRead();
    if (Assertions.TRACKING && taken) {
      Holds.acquired(this, Mode.SHARED, 0, true);
    }
    return taken;
  }

  /** Releases the mmap lock that this thread holds for reading. */
  @Releases("mmap.readLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void unlockRead() {
    lock.checkReader();
    if (Assertions.TRACKING) {
      Holds.released(this, Mode.SHARED);
    }
    lock.unlockRead();
  }

  /**
   * Takes the mmap lock for writing. Not while this thread holds the mmap lock or a region lock of
   * this space.
   */
  @Acquires("mmap.writeLock()")
  public void lockWrite() {
    lockWriteNested(0);
  }

  /**
   * Takes the mmap lock for writing while that of another space, at another level, is held for
   * writing.
   *
   * @param level 0 for the outermost, at most 7; levels are taken in one order everywhere
   * @throws IllegalArgumentException for any other level
   */
  @Acquires("mmap.writeLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void lockWriteNested(int level) {
    if (level < 0 || level > LockClass.MAX_LEVEL) {
      throw new IllegalArgumentException(
          "the nesting level must be between 0 and %d, not %d"
              .formatted(LockClass.MAX_LEVEL, level));
    }
    if (Assertions.TRACKING) {
      Holds.acquiring(this, Mode.EXCLUSIVE, level);
    }
    lock.lockWrite();
    wroteLocked(level, false);
  }

  /**
   * Takes the mmap lock for writing as {@link #lockWrite} does, unless interrupted.
   *
   * @throws InterruptedException if this thread is interrupted; then nothing is held
   */
  @Acquires("mmap.writeLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void lockWriteInterruptibly() throws InterruptedException {
    if (Assertions.TRACKING) {
      Holds.acquiring(this, Mode.EXCLUSIVE, 0);
    }
    lock.lockWriteInterruptibly();
    wroteLocked(0, false);
  }

  /**
   * Takes the mmap lock for writing if that is possible at once.
   *
   * @return false if anybody holds the lock, this thread included, or waits for it
   */
  @AcquiresIf(value = "mmap.writeLock()", result = When.TRUE)
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public boolean tryLockWrite() {
    boolean taken = lock.tryLockWrite();
    if (taken) {
      wroteLocked(0, true);
    }
    return taken;
  }

  /**
   * Releases the mmap lock that this thread holds for writing, and ends every region write lock of
   * this space.
   */
  @Releases("mmap.writeLock()")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void unlockWrite() {
    lock.checkWriter("released for writing");
    if (Assertions.TRACKING) {
      Holds.released(this, Mode.EXCLUSIVE);
    }
    exclusion.endCycle();
    lock.unlockWrite();
  }

  /**
   * Turns the mmap write hold of this thread into a read hold, and ends every region write lock of
   * this space. No other writer comes in between.
   */
  @Downgrades("mmap")
  @LockUnchecked(reason = "implements the mmap lock: the hold is the state of a synchronizer")
  public void downgradeToRead() {
    lock.checkWriter("downgraded");
    if (Assertions.TRACKING) {
      Holds.downgraded(this);
    }
    exclusion.endCycle();
    lock.downgrade();
  }

  private void wroteLocked(int level, boolean tried) {
    exclusion.beginCycle();
    if (Assertions.TRACKING) {
      Holds.acquired(this, Mode.EXCLUSIVE, level, tried);
    }
  }

  /** Takes the mmap lock for reading until the result is closed. */
  @Acquires("mmap.readLock()")
  @SameObject({"return.space", "this"})
  @LockUnchecked(reason = "that the scope keeps the space is told by its constructor's body alone")
  public ReadHold read() {
    return new ReadHold(this);
  }

  /** Takes the mmap lock for writing until the result is closed. */
  @Acquires("mmap.writeLock()")
  @SameObject({"return.space", "this"})
  @LockUnchecked(reason = "that the scope keeps the space is told by its constructor's body alone")
  public WriteHold write() {
    return new WriteHold(this);
  }

  // The map.

  /**
   * Adds a region without flags.
   *
   * @param start its first address
   * @param end the address after its last
   * @return the region: attached, and not write-locked
   * @throws IllegalArgumentException if the range is empty, inverted, or overlaps a region; nothing
   *     has changed then
   */
  @RequiresMmapWrite
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region map(long start, long end) {
    return map(start, end, 0);
  }

  /** Adds a region with flags, as {@link #map(long, long)} does. */
  @RequiresMmapWrite
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region map(long start, long end, long flags) {
    checkWriter();
    return RegionEditor.map(this, start, end, flags);
  }

  /**
   * Removes all of a range; where nothing is mapped nothing happens. A region that the range cuts
   * keeps what lies outside; one that is cut in the middle keeps the lower part, and a new one gets
   * the upper. Waits for the readers of every region that it touches. What lies inside is detached
   * and recycled.
   *
   * @throws IllegalArgumentException if the range is empty or inverted
   */
  @RequiresMmapWrite
  public void unmap(long start, long end) {
    checkWriter();
    RegionEditor.unmap(this, start, end);
  }

  /**
   * The attached region that covers an address, or null. It is stable while the mmap lock is held.
   */
  @RequiresMmapRead
  @RegionStabilised
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region find(long address) {
    if (Assertions.ENABLED) {
      Checks.spaceLocked(this, Assertions.MODE);
    }
    return RegionFinder.find(this, address);
  }

  /**
   * The first attached region that ends above an address, which it covers or lies above, or null.
   * With {@link Region#end()} of each as the next address, this walks the space.
   */
  @RequiresMmapRead
  @RegionStabilised
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region findNext(long address) {
    if (Assertions.ENABLED) {
      Checks.spaceLocked(this, Assertions.MODE);
    }
    return RegionFinder.findNext(this, address);
  }

  /**
   * The region that covers an address, read-locked, or null. Needs no lock and never waits. Null
   * means: take the slow path ({@link #lockReadAndFind}), for the region may be there all the same.
   */
  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  @LockUnchecked(reason = "implements the region lock: the hold is a count that the look-up raised")
  public Region tryLockRegion(long address) {
    return finder.tryLock(this, address);
  }

  /**
   * Takes the mmap lock for reading and finds the region that covers an address. The mmap lock is
   * held on return if and only if the result is not null. A region with {@link Region#GROWS_DOWN}
   * above a hole that the address lies in is extended down to it.
   */
  @AcquiresIf(value = "mmap.readLock()", result = When.NON_NULL, blocking = true)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region lockReadAndFind(long address) {
    RegionMap.Mapping candidate;
    lockRead();
    try {
      Region region = RegionFinder.find(this, address);
      if (region != null) {
        return region;
      }
      candidate = RegionFinder.growable(this, address);
    } catch (Throwable e) {
      unlockRead();
      throw e;
    }
    unlockRead();
    if (candidate == null) {
      return null;
    }
    /* A read lock cannot become a write lock, so the world may change here; look again. */
    lockWrite();
    return growOrUnlock(candidate, address);
  }

  /**
   * Finds the region as {@link #lockReadAndFind} does, unless interrupted.
   *
   * @throws InterruptedException if this thread is interrupted while it waits; then nothing is held
   */
  @AcquiresIf(value = "mmap.readLock()", result = When.NON_NULL, blocking = true)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  public Region lockReadAndFindInterruptibly(long address) throws InterruptedException {
    RegionMap.Mapping candidate;
    lockReadInterruptibly();
    try {
      Region region = RegionFinder.find(this, address);
      if (region != null) {
        return region;
      }
      candidate = RegionFinder.growable(this, address);
    } catch (Throwable e) {
      unlockRead();
      throw e;
    }
    unlockRead();
    if (candidate == null) {
      return null;
    }
    /* A read lock cannot become a write lock, so the world may change here; look again. */
    lockWriteInterruptibly();
    return growOrUnlock(candidate, address);
  }

  /** The second half of the slow path, with the mmap lock held for writing. */
  @Releases("mmap.writeLock()")
  @AcquiresIf(value = "mmap.readLock()", result = When.NON_NULL)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  private Region growOrUnlock(RegionMap.Mapping candidate, long address) {
    Region region;
    try {
      region = finder.findOrGrow(this, candidate, address);
    } catch (Throwable e) {
      unlockWrite();
      throw e;
    }
    if (region == null) {
      unlockWrite();
      return null;
    }
    downgradeToRead();
    return region;
  }

  /**
   * Keeps the region that covers an address as it is until the result is closed: by its region lock
   * if that can be had at once, else by the mmap lock for reading, for which it waits.
   *
   * @return never null; over a hole its region is null, and nothing is held
   */
  @Excludes("mmap")
  @LockUnchecked(
      reason = "what was taken is told by a field of the result, whose `close` releases it")
  public Stabilised stabilise(long address) {
    Region region = tryLockRegion(address);
    if (region != null) {
      return Stabilised.byRegion(region);
    }
    counters.slowPath();
    region = lockReadAndFind(address);
    return region != null ? Stabilised.bySpace(region) : Stabilised.hole();
  }

  /**
   * The regions that overlap a range, in order. Each iterator walks the map as it was when the
   * iterator was made, and may be used while the mmap lock is held.
   *
   * @throws IllegalArgumentException if the range is empty or inverted
   */
  @RequiresMmapRead
  public Iterable<Region> regions(long start, long end) {
    if (Assertions.ENABLED) {
      Checks.spaceLocked(this, Assertions.MODE);
    }
    Misuse.checkRange(start, end);
    return () -> regionMap().iterator(start, end);
  }

  /**
   * A cursor over the regions that overlap a range, which read-locks one after the other.
   *
   * @throws IllegalArgumentException if the range is empty or inverted
   */
  public RegionCursor cursor(long start, long end) {
    return new RegionCursor(this, counters, start, end);
  }

  /** The number of regions at the moment, detached ones that are still mapped included. */
  public int regionCount() {
    return regions.size();
  }

  // Optimistic reads.

  /**
   * A stamp for {@link #validate}.
   *
   * @return 0 if the mmap lock is held for writing
   */
  public long tryOptimisticRead() {
    long number = exclusion.sequence().get();
    return SpaceSequence.isWriteCycle(number) ? 0 : number + 1;
  }

  /**
   * Whether nobody has held the mmap lock for writing since the stamp was obtained. Always false
   * for the stamp 0.
   */
  public boolean validate(long stamp) {
    VarHandle.acquireFence();
    return stamp != 0 && exclusion.sequence().get() == stamp - 1;
  }

  /** How look-ups without a lock went so far. */
  public LookupStats stats() {
    return counters.snapshot();
  }

  // Assertions.

  /** Asserts that this thread holds the mmap lock, in any mode. */
  @AssertsHeld("mmap.readLock()")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertLocked() {
    if (Assertions.ENABLED) {
      Checks.spaceLocked(this, Assertions.MODE);
    }
  }

  /** Asserts that this thread holds the mmap lock for writing. */
  @AssertsHeld("mmap.writeLock()")
  @LockUnchecked(
      reason = "what an assertion finds out at run time; callers rely on it as on `assert`")
  public void assertWriteLocked() {
    if (Assertions.ENABLED) {
      Checks.spaceWriteLocked(this, Assertions.MODE);
    }
  }

  /** Asserts that this thread does not hold the mmap lock in any mode. */
  @Excludes("mmap")
  public void assertNotLocked() {
    if (Assertions.ENABLED) {
      Checks.spaceNotLocked(this, Assertions.MODE);
    }
  }

  /** Whether this thread holds the mmap lock: exact, whether or not holds are recorded. */
  @Override
  public Held heldByCurrentThread(Mode mode) {
    if (mode == null) {
      return Held.of(lock.isHeld());
    }
    return Held.of(mode.isShared() ? lock.isReader() : lock.isWriter());
  }

  private void checkWriter() {
    if (Assertions.ENABLED) {
      Checks.spaceWriteLocked(this, Assertions.MODE);
    }
    lock.checkWriter("used to change the map");
  }

  // For the rest of the package.

  SpaceLock lock() {
    return lock;
  }

  ReaderExclusion exclusion() {
    return exclusion;
  }

  RegionPool pool() {
    return pool;
  }

  LookupCounters counters() {
    return counters;
  }

  RegionFinder finder() {
    return finder;
  }

  /** The newest map: a state that the space really had. */
  RegionMap regionMap() {
    return regions;
  }

  /** The region of a place in the map. */
  @RequiresMmapRead
  @SameObject({"return.space", "this"})
  @LockUnchecked(
      reason =
          "the map of a space holds regions of that space, which no contract of a collection says")
  Region regionOf(RegionMap.Mapping mapping) {
    return mapping.region();
  }

  /** The region of a place in the map, or null if it is detached. */
  @RequiresMmapRead
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  Region attachedRegionOf(RegionMap.Mapping mapping) {
    Region region = regionOf(mapping);
    if (RegionState.isDetached(region.count())) {
      return null;
    }
    region.assertAttached();
    return region;
  }

  @RequiresMmapWrite
  void publish(RegionMap map) {
    regions = map;
  }

  @Override
  public String toString() {
    return "address space `" + name + "`";
  }
}
