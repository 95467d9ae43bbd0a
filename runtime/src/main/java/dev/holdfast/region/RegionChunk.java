package dev.holdfast.region;

import dev.holdfast.region.RegionMap.Mapping;
import java.util.Arrays;
import java.util.List;

/**
 * Neighbours in a {@link RegionMap}: at least one, immutable, in order. So many share one node of
 * the tree that a look-up follows few references: the last steps are a search in one array.
 */
final class RegionChunk {
  /** How many mappings a chunk has at most. */
  static final int CAPACITY = 64;

  private final long[] starts;
  private final Mapping[] mappings;

  private RegionChunk(long[] starts, Mapping[] mappings) {
    this.starts = starts;
    this.mappings = mappings;
  }

  /** A chunk of one mapping. */
  static RegionChunk of(Mapping mapping) {
    return new RegionChunk(new long[] {mapping.start()}, new Mapping[] {mapping});
  }

  /** The start of the first mapping. */
  long start() {
    return starts[0];
  }

  /** How many mappings there are. */
  int size() {
    return mappings.length;
  }

  /** The first mapping. */
  Mapping first() {
    return mappings[0];
  }

  /** The last mapping that starts at an address or below, or null. */
  Mapping floor(long address) {
    int index = Arrays.binarySearch(starts, address);
    return get(index >= 0 ? index : -index - 2);
  }

  /** The first mapping that starts above an address, or null. */
  Mapping higher(long address) {
    int index = Arrays.binarySearch(starts, address);
    return get(index >= 0 ? index + 1 : -index - 1);
  }

  /** The mappings with one more, or with one of the same start replaced: one chunk, or two. */
  List<RegionChunk> with(Mapping mapping) {
    int index = insertion(mapping.start());
    boolean replaces = index < starts.length && starts[index] == mapping.start();
    RegionChunk all = splice(index, replaces ? 1 : 0, mapping);
    int size = all.starts.length;
    return size <= CAPACITY
        ? List.of(all)
        : List.of(all.part(0, size / 2), all.part(size / 2, size));
  }

  /** The mappings without the one that starts at an address: one chunk, or none. */
  List<RegionChunk> without(long start) {
    int index = Arrays.binarySearch(starts, start);
    if (index < 0) {
      return List.of(this);
    }
    return starts.length == 1 ? List.of() : List.of(splice(index, 1));
  }

  /** The place of the first mapping that starts at an address or above. */
  private int insertion(long address) {
    int index = Arrays.binarySearch(starts, address);
    return index >= 0 ? index : -index - 1;
  }

  private Mapping get(int index) {
    return index >= 0 && index < mappings.length ? mappings[index] : null;
  }

  private RegionChunk part(int from, int to) {
    return new RegionChunk(
        Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(mappings, from, to));
  }

  /** A copy in which some mappings from an index on have made way for others. */
  private RegionChunk splice(int index, int removed, Mapping... added) {
    int size = mappings.length - removed + added.length;
    Mapping[] copy = Arrays.copyOf(mappings, size);
    System.arraycopy(added, 0, copy, index, added.length);
    int rest = index + removed;
    System.arraycopy(mappings, rest, copy, index + added.length, mappings.length - rest);
    return new RegionChunk(Arrays.stream(copy).mapToLong(Mapping::start).toArray(), copy);
  }
}
