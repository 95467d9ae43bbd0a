package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of the map, under the mmap write lock. */
final class RegionEditTest {
  private final AddressSpace space = AddressSpace.create("s", RegionPool.create());

  @BeforeEach
  void lock() {
    space.lockWrite();
  }

  @AfterEach
  void unlock() {
    space.unlockWrite();
  }

  @Test
  void mapRefusesOverlapsAndBadRangesAndChangesNothing() {
    Region region = space.map(10, 20);
    for (long[] range : new long[][] {{5, 11}, {19, 25}, {12, 15}, {5, 25}, {10, 20}}) {
      assertThatThrownBy(() -> space.map(range[0], range[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("overlaps region [0xa, 0x14) of address space `s`");
    }
    assertThatThrownBy(() -> space.map(30, 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inverted");
    assertThatThrownBy(() -> space.map(30, 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
    assertThat(layout()).containsExactly("10-20/0");
    assertThat(space.map(20, 30).start()).isEqualTo(20);
    assertThat(space.map(5, 10).end()).isEqualTo(10);
    assertThat(region.count()).isEqualTo(1);
  }

  @Test
  void unmapSplitsAtTheEndsAndDetachesWhatLiesInside() {
    space.map(0, 10, 1);
    Region inside = space.map(10, 20, 2);
    space.map(20, 30, 3);
    space.unmap(5, 25);
    assertThat(layout()).containsExactly("0-5/1", "25-30/3");
    inside.assertDetached();
  }

  @Test
  void unmapInTheMiddleMakesTwo() {
    Region region = space.map(0, 30, 7);
    space.unmap(10, 20);
    assertThat(layout()).containsExactly("0-10/7", "20-30/7");
    assertThat(space.find(5)).isSameAs(region);
    space.find(25).assertAttached();
  }

  @Test
  void unmapOfNothingIsNothing() {
    space.map(0, 10);
    space.unmap(10, 20);
    assertThat(layout()).containsExactly("0-10/0");
    assertThatThrownBy(() -> space.unmap(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> space.unmap(6, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void regionsThatUnmapCutsStayWriteLockedUntilTheEndOfTheCycle() {
    Region cut = space.map(0, 30);
    space.unmap(10, 20);
    cut.assertWriteLocked();
    assertThatThrownBy(space.find(25)::assertWriteLocked).isInstanceOf(AssertionError.class);
  }

  @Test
  void unmappedRegionsAreUsedAgain() {
    Region region = space.map(0, 10, 9);
    space.unmap(0, 10);
    Region again = space.map(40, 50);
    assertThat(again).isSameAs(region);
    assertThat(again.flags()).isZero();
    again.assertAttached();
  }

  @Test
  void findNextWalksTheSpaceAndPassesOverDetachedRegions() {
    Region first = space.map(0, 10);
    Region detached = space.map(20, 30);
    Region last = space.map(40, 50);
    detached.lockWrite();
    detached.markDetached();
    assertThat(space.findNext(5)).isSameAs(first);
    assertThat(space.findNext(first.end())).isSameAs(last);
    assertThat(space.findNext(last.end())).isNull();
  }

  @Test
  void setEndGrowsAndShrinks() {
    Region region = space.map(0, 10);
    region.lockWrite();
    region.setEnd(25);
    assertThat(space.find(24)).isSameAs(region);
    region.setEnd(5);
    assertThat(space.find(5)).isNull();
    assertThat(layout()).containsExactly("0-5/0");
  }

  @Test
  void setEndRefusesOverlapsAndEmptyRangesAndChangesNothing() {
    Region region = space.map(0, 10);
    space.map(20, 30);
    region.lockWrite();
    assertThatThrownBy(() -> region.setEnd(21)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> region.setEnd(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(layout()).containsExactly("0-10/0", "20-30/0");
    region.setEnd(20);
    assertThat(layout()).containsExactly("0-20/0", "20-30/0");
  }

  @Test
  void splitReturnsTheUpperPart() {
    Region lower = space.map(0, 10, 4);
    lower.lockWrite();
    Region upper = lower.split(6);
    assertThat(layout()).containsExactly("0-6/4", "6-10/4");
    assertThat(space.find(6)).isSameAs(upper);
    upper.assertAttached();
    lower.assertWriteLocked();
    assertThatThrownBy(upper::assertWriteLocked).isInstanceOf(AssertionError.class);
  }

  @Test
  void splitRefusesEmptyPartsAndChangesNothing() {
    Region region = space.map(0, 10);
    region.lockWrite();
    for (long at : new long[] {-1, 0, 10, 11}) {
      assertThatThrownBy(() -> region.split(at)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(layout()).containsExactly("0-10/0");
  }

  @Test
  void mergeTakesTheNextOneIn() {
    Region lower = space.map(0, 10, 4);
    Region upper = space.map(10, 20, 4);
    lower.lockWrite();
    assertThat(lower.mergeWithNext()).isSameAs(lower);
    assertThat(layout()).containsExactly("0-20/4");
    upper.assertDetached();
    assertThat(space.find(15)).isSameAs(lower);
  }

  @Test
  void mergeRefusesGapsOtherFlagsAndNothingAndChangesNothing() {
    Region lower = space.map(0, 10, 4);
    lower.lockWrite();
    assertThatThrownBy(lower::mergeWithNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is none");
    Region gap = space.map(11, 20, 4);
    assertThatThrownBy(lower::mergeWithNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gap");
    space.unmap(11, 20);
    space.map(10, 20, 5);
    assertThatThrownBy(lower::mergeWithNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other flags");
    assertThat(layout()).containsExactly("0-10/4", "10-20/5");
    assertThat(gap).isNotNull();
  }

  /** The map against a plain model of it. */
  @Test
  void randomChangesAgreeWithAModel() {
    Random random = new Random(20261121);
    TreeMap<Long, long[]> model = new TreeMap<>();
    for (int i = 0; i < 3_000; i++) {
      long start = random.nextInt(60);
      long end = start + 1 + random.nextInt(10);
      switch (random.nextInt(4)) {
        case 0 -> map(model, start, end);
        case 1 -> unmap(model, start, end);
        case 2 -> split(model, start);
        default -> merge(model, start);
      }
      List<String> expected = new ArrayList<>();
      model.forEach((s, range) -> expected.add(s + "-" + range[0] + "/" + range[1]));
      assertThat(layout()).isEqualTo(expected);
    }
  }

  private void map(TreeMap<Long, long[]> model, long start, long end) {
    var floor = model.lowerEntry(end);
    boolean overlaps = floor != null && floor.getValue()[0] > start;
    if (overlaps) {
      assertThatThrownBy(() -> space.map(start, end)).isInstanceOf(IllegalArgumentException.class);
      return;
    }
    long flags = start % 2;
    space.map(start, end, flags);
    model.put(start, new long[] {end, flags});
  }

  private void unmap(TreeMap<Long, long[]> model, long start, long end) {
    space.unmap(start, end);
    for (Long from : List.copyOf(model.headMap(end).keySet())) {
      long[] range = model.get(from);
      if (range[0] <= start) {
        continue;
      }
      model.remove(from);
      if (from < start) {
        model.put(from, new long[] {start, range[1]});
      }
      if (end < range[0]) {
        model.put(end, range);
      }
    }
  }

  private void split(TreeMap<Long, long[]> model, long at) {
    Region region = space.find(at);
    if (region == null || region.start() == at) {
      return;
    }
    region.lockWrite();
    region.split(at);
    long[] range = model.get(region.start());
    model.put(at, range.clone());
    range[0] = at;
  }

  private void merge(TreeMap<Long, long[]> model, long at) {
    Region region = space.find(at);
    if (region == null) {
      return;
    }
    region.lockWrite();
    long start = region.start();
    var next = model.higherEntry(start);
    long[] range = model.get(start);
    if (next == null || next.getKey() != range[0] || next.getValue()[1] != range[1]) {
      assertThatThrownBy(region::mergeWithNext).isInstanceOf(IllegalStateException.class);
      return;
    }
    region.mergeWithNext();
    range[0] = next.getValue()[0];
    model.remove(next.getKey());
  }

  private List<String> layout() {
    List<String> result = new ArrayList<>();
    for (Region region : space.regions(Long.MIN_VALUE, Long.MAX_VALUE)) {
      region.assertAttached();
      result.add(region.start() + "-" + region.end() + "/" + region.flags());
    }
    return result;
  }
}
