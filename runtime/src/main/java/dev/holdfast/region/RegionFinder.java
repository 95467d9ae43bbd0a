package dev.holdfast.region;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;

/**
 * Finds the region of an address: without a lock where it can, under the mmap lock where it must.
 *
 * <p>Not final, so that tests can step in between the steps.
 */
class RegionFinder {
  /** How often a look-up begins anew because the region was being replaced, before it gives up. */
  static final int MAX_RETRIES = 16;

  private final LookupCounters counters;

  RegionFinder(LookupCounters counters) {
    this.counters = counters;
  }

  /**
   * The region of an address, read-locked, or null. Never waits. Every try looks at the newest map.
   */
  final Region tryLock(AddressSpace space, long address) {
    for (int retries = 0; ; retries++) {
      RegionMap.Mapping found = lookUp(space, address);
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
  RegionMap.Mapping lookUp(AddressSpace space, long address) {
    return space.regionMap().at(address);
  }

  /** The unprotected look-up of the first region that ends above a position. */
  RegionMap.Mapping lookUpNext(RegionMap map, long position) {
    return map.atOrAbove(position);
  }

  /**
   * Whether a region that was read-locked is still the next one at or above a position: a gap
   * before it is believed only if nothing was mapped into the gap before the region was locked.
   *
   * @param map where the region was found
   */
  boolean isStillNext(AddressSpace space, RegionMap map, long position, Region candidate) {
    RegionMap now = space.regionMap();
    if (now == map) {
      return true;
    }
    RegionMap.Mapping next = now.atOrAbove(position);
    return next != null && next.region() == candidate;
  }

  /** The attached region of an address, or null. */
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  static Region find(@RequiresMmapRead AddressSpace space, long address) {
    RegionMap.Mapping mapping = space.regionMap().at(address);
    return mapping == null ? null : space.attachedRegionOf(mapping);
  }

  /** The first attached region that ends above an address, or null. */
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  static Region findNext(@RequiresMmapRead AddressSpace space, long address) {
    RegionMap map = space.regionMap();
    RegionMap.Mapping mapping = map.atOrAbove(address);
    while (mapping != null) {
      Region region = space.attachedRegionOf(mapping);
      if (region != null) {
        return region;
      }
      mapping = map.above(mapping.start());
    }
    return null;
  }

  /** The place of a region above a hole that may grow down to an address in it, or null. */
  static RegionMap.Mapping growable(@RequiresMmapRead AddressSpace space, long address) {
    RegionMap.Mapping next = space.regionMap().atOrAbove(address);
    if (next == null || next.covers(address)) {
      return null;
    }
    Region region = space.attachedRegionOf(next);
    return region != null && (region.flags() & Region.GROWS_DOWN) != 0 ? next : null;
  }

  /**
   * The attached region of an address, grown down to it if need be, or null.
   *
   * @param candidate what seemed growable under the read lock, which was released since
   */
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  final Region findOrGrow(
      @RequiresMmapWrite AddressSpace space, RegionMap.Mapping candidate, long address) {
    Region found = find(space, address);
    if (found != null) {
      return found;
    }
    RegionMap.Mapping growing = revalidate(space, candidate, address);
    if (growing == null) {
      return null;
    }
    RegionEditor.growDown(space, growing, address);
    return find(space, address);
  }

  /** What may grow now; what was seen under the read lock does not count. */
  RegionMap.Mapping revalidate(
      @RequiresMmapWrite AddressSpace space, RegionMap.Mapping candidate, long address) {
    return growable(space, address);
  }
}
