package dev.holdfast.region;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;

/**
 * Which region covers which addresses: an immutable sorted map of ranges that do not overlap. A
 * change makes a new map, so whoever has one sees a state that the space really had.
 *
 * <p>The ranges stand here, and not only in the regions, because a region's own range must not be
 * read before the region is pinned.
 */
final class RegionMap {
  /** No regions. */
  static final RegionMap EMPTY = new RegionMap(TreePMap.empty());

  /**
   * The place of one region.
   *
   * @param start its first address
   * @param end the address after its last
   * @param region the region
   */
  record Mapping(long start, long end, Region region) {
    boolean covers(long address) {
      return start <= address && address < end;
    }

    boolean overlaps(long from, long to) {
      return start < to && from < end;
    }
  }

  private final TreePMap<Long, Mapping> byStart;

  private RegionMap(TreePMap<Long, Mapping> byStart) {
    this.byStart = byStart;
  }

  /** The place of the region that covers an address, or null. */
  Mapping at(long address) {
    Map.Entry<Long, Mapping> entry = byStart.floorEntry(address);
    return entry != null && entry.getValue().covers(address) ? entry.getValue() : null;
  }

  /**
   * The place of the first region that ends above an address, which it covers or lies above; or
   * null.
   */
  Mapping atOrAbove(long address) {
    Mapping covering = at(address);
    return covering != null ? covering : valueOf(byStart.ceilingEntry(address));
  }

  /** The place of the last region that starts below an address, or null. */
  Mapping below(long address) {
    return valueOf(byStart.lowerEntry(address));
  }

  /** The place of the next region above one that starts at an address, or null. */
  Mapping above(long start) {
    return valueOf(byStart.higherEntry(start));
  }

  /** The places of all regions that overlap a range, in order. */
  List<Mapping> overlapping(long start, long end) {
    List<Mapping> result = new ArrayList<>();
    for (Mapping mapping = atOrAbove(start);
        mapping != null && mapping.overlaps(start, end);
        mapping = above(mapping.start())) {
      result.add(mapping);
    }
    return result;
  }

  /** The regions that overlap a range, in order, without copying them. */
  Iterator<Region> iterator(long start, long end) {
    return new RangeIterator(this, start, end);
  }

  /**
   * A map with one more region; one that starts at the same address is replaced. The rest must not
   * overlap it.
   */
  RegionMap with(long start, long end, Region region) {
    return new RegionMap(byStart.plus(start, new Mapping(start, end, region)));
  }

  /** A map without the region that starts at an address. */
  RegionMap without(long start) {
    return new RegionMap(byStart.minus(start));
  }

  /** The number of regions. */
  int size() {
    return byStart.size();
  }

  private static Mapping valueOf(Map.Entry<Long, Mapping> entry) {
    return entry == null ? null : entry.getValue();
  }

  /** Walks one state of the map, whatever happens to the space meanwhile. */
  private static final class RangeIterator implements Iterator<Region> {
    private final RegionMap map;
    private final long end;
    private Mapping next;

    RangeIterator(RegionMap map, long start, long end) {
      this.map = map;
      this.end = end;
      this.next = map.atOrAbove(start);
    }

    @Override
    public boolean hasNext() {
      return next != null && next.start() < end;
    }

    @Override
    public Region next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException("no region is left in the range");
      }
      Region region = next.region();
      next = map.above(next.start());
      return region;
    }
  }
}
