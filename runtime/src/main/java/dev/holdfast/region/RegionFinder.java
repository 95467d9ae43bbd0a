package dev.holdfast.region;

/**
 * Finds the region of an address: without a lock where it can, under the mmap lock where it must.
 *
 * <p>Not final, so that tests can step in between the steps.
 */
class RegionFinder {
  /** How often a look-up begins anew because the region was being replaced, before it gives up. */
  static final int MAX_RETRIES = 16;

  private final AddressSpace space;
  private final LookupCounters counters;

  RegionFinder(AddressSpace space, LookupCounters counters) {
    this.space = space;
    this.counters = counters;
  }

  /**
   * The region of an address, read-locked, or null. Never waits. Every try looks at the newest map.
   */
  final Region tryLock(long address) {
    counters.attempted();
    for (int retries = 0; ; retries++) {
      RegionMap.Mapping found = lookUp(address);
      if (found == null) {
        return abort(AbortReason.NOT_FOUND);
      }
      Region region = found.region();
      ReadAttempt attempt = space.exclusion().tryStartRead(region, address);
      if (attempt == ReadAttempt.GRANTED) {
        return grant(region);
      }
      if (!isRetried(attempt, retries)) {
        return abort(AbortReason.of(attempt));
      }
      counters.missed();
    }
  }

  /** Whether to look up again, because what was found was being replaced. */
  boolean isRetried(ReadAttempt attempt, int retries) {
    return attempt == ReadAttempt.DETACHED && retries < MAX_RETRIES;
  }

  private Region grant(Region region) {
    counters.granted();
    if (Assertions.TRACKING) {
      Holds.readLocked(region);
    }
    return region;
  }

  private Region abort(AbortReason reason) {
    counters.aborted(reason);
    return null;
  }

  /** The unprotected look-up. What it returns may be out of date at once. */
  RegionMap.Mapping lookUp(long address) {
    return space.regionMap().at(address);
  }

  /** The unprotected look-up of the first region that ends above a position. */
  RegionMap.Mapping lookUpNext(RegionMap map, long position) {
    return map.atOrAbove(position);
  }

  /** The attached region of an address, or null; the caller holds the mmap lock. */
  final Region find(long address) {
    RegionMap.Mapping mapping = space.regionMap().at(address);
    return mapping == null || RegionState.isDetached(mapping.region().count())
        ? null
        : mapping.region();
  }

  /** The slow path, with the mmap lock held for reading: the region, or null with nothing held. */
  final Region findOrGrow(long address) {
    Region region = find(address);
    if (region != null) {
      return region;
    }
    Region candidate = growable(address);
    space.unlockRead();
    if (candidate == null) {
      return null;
    }
    /* A read lock cannot become a write lock, so the world may change here; look at everything again. */
    space.lockWrite();
    return growAndDowngrade(candidate, address);
  }

  /** As {@link #findOrGrow}; an interrupt while waiting for the write lock leaves nothing held. */
  final Region findOrGrowInterruptibly(long address) throws InterruptedException {
    Region region = find(address);
    if (region != null) {
      return region;
    }
    Region candidate = growable(address);
    space.unlockRead();
    if (candidate == null) {
      return null;
    }
    space.lockWriteInterruptibly();
    return growAndDowngrade(candidate, address);
  }

  private Region growAndDowngrade(Region candidate, long address) {
    Region region = null;
    try {
      region = find(address);
      if (region == null) {
        region = grow(candidate, address);
      }
      return region;
    } finally {
      if (region != null) {
        space.downgradeToRead();
      } else {
        space.unlockWrite();
      }
    }
  }

  private Region grow(Region candidate, long address) {
    Region region = revalidate(candidate, address);
    if (region != null) {
      space.editor().growDown(region, address);
    }
    return region;
  }

  /** The region that may grow now; what was seen under the read lock does not count. */
  Region revalidate(Region candidate, long address) {
    return growable(address);
  }

  /**
   * Whether a region that was read-locked is still the next one at or above a position: a gap
   * before it is believed only if nothing was mapped into the gap before the region was locked.
   *
   * @param map where the region was found
   */
  boolean isStillNext(RegionMap map, long position, Region candidate) {
    RegionMap now = space.regionMap();
    if (now == map) {
      return true;
    }
    RegionMap.Mapping next = now.atOrAbove(position);
    return next != null && next.region() == candidate;
  }

  /**
   * The region above a hole that may grow down to an address in it, or null; the caller holds the
   * mmap lock.
   */
  final Region growable(long address) {
    RegionMap.Mapping next = space.regionMap().atOrAbove(address);
    if (next == null || next.covers(address)) {
      return null;
    }
    Region region = next.region();
    boolean grows = (region.flags() & Region.GROWS_DOWN) != 0;
    return grows && !RegionState.isDetached(region.count()) ? region : null;
  }
}
