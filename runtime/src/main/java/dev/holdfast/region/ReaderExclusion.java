package dev.holdfast.region;

/**
 * The region protocol of one space: how readers enter and leave without waiting, and how a writer
 * keeps them out.
 *
 * <p>The middle of three layers. It relies on its caller for ownership: methods that write are
 * called by the thread that holds the mmap lock of the space for writing, and {@link #endRead} by
 * one that was granted a read.
 *
 * <ul>
 *   <li>A region is write-locked if its sequence number equals that of the space, which is odd only
 *       in a write cycle.
 *   <li>The exclude flag is a gate for the moment in which a write lock is taken; from then on the
 *       equal numbers keep readers out. All write locks end when the number of the space moves on.
 *   <li>A reader may fail without need and never succeeds wrongly.
 * </ul>
 *
 * <p>Not final, so that tests can plant the defects that each step prevents.
 */
class ReaderExclusion {
  private final SpaceSequence sequence;
  private final WriterWait writerWait;

  ReaderExclusion() {
    this(new SpaceSequence(), new WriterWait());
  }

  ReaderExclusion(SpaceSequence sequence, WriterWait writerWait) {
    this.sequence = sequence;
    this.writerWait = writerWait;
  }

  /** The sequence number of the space. */
  final SpaceSequence sequence() {
    return sequence;
  }

  /** Where the writer of the space waits. */
  final WriterWait writerWait() {
    return writerWait;
  }

  // Readers.

  /**
   * Tries to read-lock the region that was found for an address, without waiting. The only way to a
   * pin that needs no lock: owner and range are checked after the pin, since the region may have
   * been recycled before it.
   *
   * @param region found by an unprotected look-up in this space
   * @param address the address that was looked up
   */
  final ReadAttempt tryStartRead(RegionState region, long address) {
    if (hintsWriteLock(region)) {
      return ReadAttempt.WRITE_LOCKED;
    }
    int found = pin(region);
    if (!RegionState.admitsPin(found)) {
      return refusal(found);
    }
    ReadAttempt attempt = identify(region, address);
    if (attempt != ReadAttempt.GRANTED) {
      backOut(region);
    }
    return attempt;
  }

  /**
   * Read-locks a region of which the caller holds the mmap lock for reading, so that nobody can be
   * write-locking it.
   *
   * @return false if the region is detached or its count is at the limit
   */
  final boolean tryStartReadLocked(RegionState region) {
    return RegionState.admitsPin(region.pin());
  }

  /** Leaves a region of this space. It must not be touched afterwards. */
  void endRead(RegionState region) {
    int left = region.unpin();
    if (RegionState.mayEndWait(left)) {
      writerWait.wake();
    }
  }

  /** The owner is read before the pin goes: the wake-up is for its writer, not for ours. */
  void backOut(RegionState region) {
    region.owner().endRead(region);
  }

  private static ReadAttempt refusal(int found) {
    if (RegionState.isDetached(found)) {
      return ReadAttempt.DETACHED;
    }
    return RegionState.isExcluding(found) ? ReadAttempt.EXCLUDED : ReadAttempt.LIMIT;
  }

  /** What a pinned region is: ours, free, and the one that was looked for? */
  ReadAttempt identify(RegionState region, long address) {
    if (region.owner() != this) {
      return ReadAttempt.FOREIGN_OWNER;
    }
    if (isWriteLocked(region)) {
      return ReadAttempt.WRITE_LOCKED;
    }
    return region.covers(address) ? ReadAttempt.GRANTED : ReadAttempt.OUT_OF_RANGE;
  }

  /** Saves a hopeless pin. May be wrong in both directions. */
  boolean hintsWriteLock(RegionState region) {
    return region.sequenceHint() == sequence.hint();
  }

  int pin(RegionState region) {
    return region.pin();
  }

  /**
   * Whether the region is write-locked. Exact for the write owner and for who has the region
   * pinned.
   */
  boolean isWriteLocked(RegionState region) {
    return region.sequence() == sequence.get();
  }

  // The writer.

  /** Begins a write cycle: the mmap lock was just taken for writing. */
  void beginCycle() {
    sequence.begin();
  }

  /**
   * Ends a write cycle, and with it every region write lock: the mmap lock is about to be released
   * or downgraded.
   */
  void endCycle() {
    sequence.end();
  }

  /**
   * Write-locks a region until the end of the cycle, waiting for its readers. Does nothing if it is
   * already.
   */
  final void startWrite(RegionState region) {
    startWrite(region, false);
  }

  /**
   * Write-locks a region as {@link #startWrite(RegionState)} does, unless the wait is interrupted.
   *
   * @return false if it was; then the region is as it was before
   */
  final boolean startWriteInterruptibly(RegionState region) {
    return startWrite(region, true);
  }

  private boolean startWrite(RegionState region, boolean interruptible) {
    if (isAlreadyLocked(region)) {
      return true;
    }
    Exclusion exclusion =
        excludeReaders(region, RegionState.EXCLUDE + RegionState.ATTACHED, interruptible);
    if (exclusion instanceof Exclusion.Interrupted) {
      return false;
    }
    lockThenInclude(region, exclusion);
    return true;
  }

  /** Whether the region was write-locked in this cycle, and not unlocked since. */
  boolean isAlreadyLocked(RegionState region) {
    return isWriteLocked(region);
  }

  /** Stores the number first: readers must find the region write-locked when the gate opens. */
  void lockThenInclude(RegionState region, Exclusion exclusion) {
    region.setSequence(sequence.hint());
    if (exclusion instanceof Exclusion.Excluded excluded) {
      excluded.token().close();
    }
  }

  /** Ends the write lock of one region before the cycle ends. */
  void endWrite(RegionState region) {
    region.clearSequence();
  }

  /** Attaches a region that is detached and write-locked. From here on it can be pinned. */
  void attach(RegionState region) {
    region.publish();
  }

  /**
   * Detaches a region that is attached and write-locked, and waits, uninterruptibly, for readers
   * that pinned it though they are bound to fail. Afterwards nobody refers to the region through
   * its count, so that it can be recycled.
   */
  final void detach(RegionState region) {
    int left = region.unpublish();
    if (left != RegionState.DETACHED) {
      awaitDetached(region);
    }
  }

  /**
   * New readers can still pin the region before the flag is set; they fail at its number, and are
   * waited for.
   */
  void awaitDetached(RegionState region) {
    Exclusion exclusion = excludeReaders(region, RegionState.EXCLUDE, false);
    if (exclusion instanceof Exclusion.Excluded excluded) {
      excluded.token().close();
    }
  }

  /**
   * Keeps new readers out of a region and waits for the present ones to leave.
   *
   * @param target the count to wait for, which tells a write-locker, who leaves the attach
   *     reference, from a detacher
   */
  Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
    if (!region.exclude()) {
      return Exclusion.AlreadyDetached.INSTANCE;
    }
    if (!writerWait.await(region, target, interruptible)) {
      region.include();
      return Exclusion.Interrupted.INSTANCE;
    }
    return new Exclusion.Excluded(new Exclusion.Token(region));
  }
}
