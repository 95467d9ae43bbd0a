package dev.holdfast.region;

import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionMutable;
import dev.holdfast.annotations.region.RequiresRegionWrite;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the map of a space and the ranges of its regions, together.
 *
 * <p>Every change is checked before the first step, made while the regions concerned are
 * write-locked, and published as one new map. Region write locks that the caller had are left as
 * they were; those taken here are ended.
 */
final class RegionEditor {
  private final AddressSpace space;
  private final RegionPool pool;

  RegionEditor(AddressSpace space, RegionPool pool) {
    this.space = space;
    this.pool = pool;
  }

  /** Adds a region: attached, not write-locked. */
  @RequiresMmapWrite("space")
  Region map(long start, long end, long flags) {
    checkRange(start, end);
    for (RegionMap.Mapping mapping : space.regionMap().overlapping(start, end)) {
      throw Misuse.overlap(start, end, mapping.region());
    }
    Region region = create(start, end, flags);
    space.publish(space.regionMap().with(start, end, region));
    space.exclusion().endWrite(region);
    return region;
  }

  /**
   * A new region, attached and write-locked, that is in no map yet. All else is stored before it is
   * attached.
   */
  private Region create(long start, long end, long flags) {
    Region region = pool.take();
    region.begin(space, start, end, flags);
    space.exclusion().startWrite(region);
    space.exclusion().attach(region);
    return region;
  }

  /**
   * Removes all of a range, in two phases: until every region is write-locked nothing has changed.
   */
  @RequiresMmapWrite("space")
  void unmap(long start, long end) {
    checkRange(start, end);
    List<RegionMap.Mapping> affected = space.regionMap().overlapping(start, end);
    List<Region> locked = new ArrayList<>();
    try {
      for (RegionMap.Mapping mapping : affected) {
        lockForNow(mapping.region(), locked);
      }
      commitUnmap(start, end, affected, locked);
    } finally {
      locked.forEach(Region::unlockWrite);
    }
  }

  private void commitUnmap(
      long start, long end, List<RegionMap.Mapping> affected, List<Region> locked) {
    RegionMap map = space.regionMap();
    List<Region> created = new ArrayList<>();
    List<Region> removed = new ArrayList<>();
    for (RegionMap.Mapping old : affected) {
      Region region = old.region();
      long flags = region.flags();
      map = map.without(old.start());
      if (old.start() < start) {
        map = place(map, region, old.start(), start, flags);
      }
      if (end < old.end()) {
        boolean taken = old.start() < start;
        Region upper = taken ? create(end, old.end(), flags) : region;
        if (taken) {
          created.add(upper);
        }
        map = place(map, upper, end, old.end(), flags);
      }
      if (start <= old.start() && old.end() <= end) {
        removed.add(region);
      }
    }
    space.publish(map);
    created.forEach(space.exclusion()::endWrite);
    locked.removeAll(removed);
    removed.forEach(this::retire);
  }

  private static RegionMap place(RegionMap map, Region region, long start, long end, long flags) {
    region.store(start, end, flags);
    return map.with(start, end, region);
  }

  /** Detaches a write-locked region that is in no map any more, and gives it to the pool. */
  private void retire(Region region) {
    if (!RegionState.isDetached(region.count())) {
      space.exclusion().detach(region);
    }
    if (Assertions.TRACKING) {
      Holds.recycled(region);
    }
    pool.give(region);
  }

  /** Sets the end of a region that is write-locked or detached. */
  @RequiresRegionMutable("region")
  void setEnd(Region region, long end) {
    long start = region.start();
    checkRange(start, end);
    RegionMap map = space.regionMap();
    if (!map.contains(start, region)) {
      /* Detached and unmapped: nobody else can find it. */
      region.store(start, end, region.flags());
      return;
    }
    space.lock().checkWriter("used to move the end of a region");
    RegionMap.Mapping next = map.above(start);
    if (next != null && next.overlaps(start, end)) {
      throw Misuse.overlap(start, end, next.region());
    }
    region.store(start, end, region.flags());
    space.publish(map.with(start, end, region));
  }

  /** Splits a region that is write-locked and attached; the result is the upper part. */
  @RequiresRegionWrite("region")
  Region split(Region region, long at) {
    long start = region.start();
    long end = region.end();
    if (at <= start || end <= at) {
      throw new IllegalArgumentException("%s cannot be split at 0x%x".formatted(region, at));
    }
    Region upper = create(at, end, region.flags());
    region.store(start, at, region.flags());
    space.publish(space.regionMap().with(start, at, region).with(at, end, upper));
    space.exclusion().endWrite(upper);
    return upper;
  }

  /** Extends a region that is write-locked and attached over its neighbour. */
  @RequiresRegionWrite("region")
  void mergeWithNext(Region region) {
    RegionMap.Mapping next = space.regionMap().above(region.start());
    if (next == null || !canMerge(region, next.region())) {
      throw new IllegalStateException(
          "%s cannot be merged with the next one: %s"
              .formatted(region, next == null ? "there is none" : reason(region, next.region())));
    }
    Region upper = next.region();
    upper.lockWrite();
    region.store(region.start(), next.end(), region.flags());
    space.publish(space.regionMap().without(next.start()).with(region.start(), next.end(), region));
    retire(upper);
  }

  @RegionStabilised({"lower", "upper"})
  private static boolean canMerge(Region lower, Region upper) {
    return lower.end() == upper.start()
        && lower.flags() == upper.flags()
        && !RegionState.isDetached(upper.count());
  }

  @RegionStabilised({"lower", "upper"})
  private static String reason(Region lower, Region upper) {
    if (lower.end() != upper.start()) {
      return "there is a gap before " + upper;
    }
    return upper + (lower.flags() != upper.flags() ? " has other flags" : " is detached");
  }

  /** Extends a region down to an address in the gap below it. */
  @RequiresMmapWrite("space")
  void growDown(Region region, long address) {
    List<Region> locked = new ArrayList<>();
    lockForNow(region, locked);
    RegionMap map = space.regionMap().without(region.start());
    region.store(address, region.end(), region.flags());
    space.publish(map.with(address, region.end(), region));
    locked.forEach(Region::unlockWrite);
  }

  /** Write-locks a region, and notes it if it was not write-locked before. */
  private static void lockForNow(Region region, List<Region> locked) {
    if (!Checks.isWriteLockedByMe(region)) {
      region.lockWrite();
      locked.add(region);
    }
  }

  private static void checkRange(long start, long end) {
    if (end <= start) {
      throw Misuse.emptyRange(start, end);
    }
  }
}
