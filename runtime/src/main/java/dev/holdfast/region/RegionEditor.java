package dev.holdfast.region;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionMutable;
import dev.holdfast.annotations.region.RequiresRegionWrite;
import java.util.List;

/**
 * Changes the map of a space and the ranges of its regions, together.
 *
 * <p>Every change is checked before the first step, made while the regions concerned are
 * write-locked, and published as one new map. Regions that are write-locked here stay so until the
 * mmap lock is released or downgraded; new ones are free.
 */
final class RegionEditor {
  private RegionEditor() {}

  /** Adds a region: attached, not write-locked. */
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  static Region map(@RequiresMmapWrite AddressSpace space, long start, long end, long flags) {
    Misuse.checkRange(start, end);
    List<RegionMap.Mapping> others = space.regionMap().overlapping(start, end);
    if (!others.isEmpty()) {
      throw Misuse.overlap(start, end, others.get(0).region());
    }
    Region region = create(space, start, end, flags);
    space.publish(space.regionMap().with(start, end, region));
    space.exclusion().endWrite(region);
    return region;
  }

  /**
   * A new region, attached and write-locked, that is in no map yet. All else is stored before it is
   * attached.
   */
  @SameObject({"return.space", "space"})
  @Establishes("return.attached")
  private static Region create(
      @RequiresMmapWrite AddressSpace space, long start, long end, long flags) {
    Region free = space.pool().take();
    free.assertDetached();
    Region region = free.begin(space, start, end, flags);
    space.exclusion().startWrite(region);
    space.exclusion().attach(region);
    region.assertAttached();
    return region;
  }

  /**
   * Removes all of a range, in two phases: until every region is write-locked nothing has changed.
   */
  static void unmap(@RequiresMmapWrite AddressSpace space, long start, long end) {
    Misuse.checkRange(start, end);
    List<RegionMap.Mapping> affected = space.regionMap().overlapping(start, end);
    for (RegionMap.Mapping mapping : affected) {
      space.regionOf(mapping).lockWrite();
    }
    RegionMap map = space.regionMap();
    for (RegionMap.Mapping mapping : affected) {
      map = keepOutside(space, map, mapping, start, end);
    }
    space.publish(map);
    for (RegionMap.Mapping mapping : affected) {
      if (start <= mapping.start() && mapping.end() <= end) {
        retire(space, mapping.region());
      } else if (mapping.start() < start && end < mapping.end()) {
        space.exclusion().endWrite(map.at(end).region());
      }
    }
  }

  /**
   * A map in which a region has shrunk to what lies below a range, or above it, or to both with a
   * new one above.
   */
  private static RegionMap keepOutside(
      @RequiresMmapWrite AddressSpace space,
      RegionMap map,
      RegionMap.Mapping mapping,
      long start,
      long end) {
    Region region = space.regionOf(mapping);
    region.lockWrite();
    RegionMap result = map.without(mapping.start());
    boolean keepsLower = mapping.start() < start;
    if (end < mapping.end()) {
      if (keepsLower) {
        Region upper = create(space, end, mapping.end(), region.flags());
        result = result.with(end, mapping.end(), upper);
      } else {
        region.store(end, mapping.end());
        result = result.with(end, mapping.end(), region);
      }
    }
    if (keepsLower) {
      region.store(mapping.start(), start);
      result = result.with(mapping.start(), start, region);
    }
    return result;
  }

  /** Detaches a write-locked region that is in no map any more, and gives it to the pool. */
  private static void retire(AddressSpace space, Region region) {
    if (!RegionState.isDetached(region.count())) {
      space.exclusion().detach(region);
    }
    if (Assertions.TRACKING) {
      Holds.recycled(region);
    }
    region.finish();
    space.pool().give(region);
  }

  /** Sets the end of a region that is write-locked or detached. */
  static void setEnd(@RequiresRegionMutable Region region, long end) {
    AddressSpace space = region.space();
    space.lock().checkWriter("used to move the end of a region");
    space.assertWriteLocked();
    long start = region.start();
    Misuse.checkRange(start, end);
    RegionMap map = space.regionMap();
    RegionMap.Mapping next = map.above(start);
    if (next != null && next.overlaps(start, end)) {
      throw Misuse.overlap(start, end, next.region());
    }
    region.store(start, end);
    space.publish(map.with(start, end, region));
  }

  /** Splits a region that is write-locked and attached; the result is the upper part. */
  @SameObject({"return.space", "region.space"})
  @Establishes("return.attached")
  static Region split(@RequiresRegionWrite Region region, long at) {
    AddressSpace space = region.space();
    long start = region.start();
    long end = region.end();
    if (at <= start || end <= at) {
      throw new IllegalArgumentException("%s cannot be split at 0x%x".formatted(region, at));
    }
    Region upper = create(space, at, end, region.flags());
    region.store(start, at);
    space.publish(space.regionMap().with(start, at, region).with(at, end, upper));
    space.exclusion().endWrite(upper);
    return upper;
  }

  /** Extends a region that is write-locked and attached over its neighbour. */
  static void mergeWithNext(@RequiresMmapWrite @RequiresRegionWrite Region region) {
    AddressSpace space = region.space();
    RegionMap.Mapping next = space.regionMap().above(region.start());
    if (next == null) {
      throw new IllegalStateException(
          region + " cannot be merged with the next one: there is none");
    }
    Region upper = space.regionOf(next);
    String obstacle = obstacle(region, upper);
    if (obstacle != null) {
      throw new IllegalStateException(
          "%s cannot be merged with the next one: %s".formatted(region, obstacle));
    }
    upper.lockWrite();
    region.store(region.start(), next.end());
    space.publish(space.regionMap().without(next.start()).with(region.start(), next.end(), region));
    retire(space, upper);
  }

  /** Why two regions cannot be merged, or null. */
  private static String obstacle(Region lower, Region upper) {
    if (lower.end() != upper.start()) {
      return "there is a gap before " + upper;
    }
    if (lower.flags() != upper.flags()) {
      return upper + " has other flags";
    }
    return RegionState.isDetached(upper.count()) ? upper + " is detached" : null;
  }

  /** Extends a region down to an address in the gap below it. */
  static void growDown(
      @RequiresMmapWrite AddressSpace space, RegionMap.Mapping mapping, long address) {
    Region region = space.regionOf(mapping);
    region.lockWrite();
    region.store(address, mapping.end());
    space.publish(space.regionMap().without(mapping.start()).with(address, mapping.end(), region));
  }
}
