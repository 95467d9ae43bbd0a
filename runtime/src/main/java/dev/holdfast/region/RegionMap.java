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
 * read before the region is pinned. Neighbours stand together in {@linkplain RegionChunk chunks},
 * and the chunks in a persistent tree, by the start of their first region.
 */
final class RegionMap {
  /** No regions. */
  static final RegionMap EMPTY = new RegionMap(TreePMap.empty(), 0);

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

  private final TreePMap<Long, RegionChunk> chunks;
  private final int size;

  private RegionMap(TreePMap<Long, RegionChunk> chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  /** The place of the region that covers an address, or null. */
  Mapping at(long address) {
    RegionChunk chunk = valueOf(chunks.floorEntry(address));
    if (chunk == null) {
      return null;
    }
    Mapping mapping = chunk.floor(address);
    return mapping.covers(address) ? mapping : null;
  }

  /**
   * The place of the first region that ends above an address, which it covers or lies above; or
   * null.
   */
  Mapping atOrAbove(long address) {
    Mapping covering = at(address);
    return covering != null ? covering : above(address);
  }

  /** The place of the first region that starts above an address, or null. */
  Mapping above(long address) {
    RegionChunk chunk = valueOf(chunks.floorEntry(address));
    Mapping mapping = chunk == null ? null : chunk.higher(address);
    if (mapping != null) {
      return mapping;
    }
    RegionChunk next = valueOf(chunks.higherEntry(address));
    return next == null ? null : next.first();
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
    Mapping mapping = new Mapping(start, end, region);
    RegionChunk chunk = valueOf(chunks.floorEntry(start));
    if (chunk == null) {
      chunk = valueOf(chunks.higherEntry(start));
    }
    List<RegionChunk> changed =
        chunk == null ? List.of(RegionChunk.of(mapping)) : chunk.with(mapping);
    return replace(chunk, changed);
  }

  /** A map without the region that starts at an address. */
  RegionMap without(long start) {
    RegionChunk chunk = valueOf(chunks.floorEntry(start));
    return chunk == null ? this : replace(chunk, chunk.without(start));
  }

  /** The number of regions. */
  int size() {
    return size;
  }

  private RegionMap replace(RegionChunk old, List<RegionChunk> changed) {
    TreePMap<Long, RegionChunk> result = old == null ? chunks : chunks.minus(old.start());
    int newSize = old == null ? size : size - old.size();
    for (RegionChunk chunk : changed) {
      result = result.plus(chunk.start(), chunk);
      newSize += chunk.size();
    }
    return new RegionMap(result, newSize);
  }

  private static RegionChunk valueOf(Map.Entry<Long, RegionChunk> entry) {
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
