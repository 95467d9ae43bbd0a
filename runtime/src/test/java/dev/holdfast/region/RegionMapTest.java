package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.region.RegionMap.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of regions against a sorted map of the JDK. */
final class RegionMapTest {
  private static final long SIZE = 10;

  private final TreeMap<Long, Mapping> model = new TreeMap<>();
  private RegionMap map = RegionMap.EMPTY;

  /** Few slots, so that many calls meet; many, so that there are several chunks. */
  @ParameterizedTest
  @ValueSource(ints = {3, RegionChunk.CAPACITY, 20 * RegionChunk.CAPACITY})
  void agreesWithASortedMap(int slots) {
    Random random = new Random(20261127);
    for (int step = 0; step < 20_000; step++) {
      boolean growing = step / (4 * slots) % 2 == 0;
      long start = random.nextInt(slots) * SIZE;
      if (random.nextInt(4) == 0 ^ growing) {
        put(start, start + 1 + random.nextInt((int) SIZE));
      } else {
        map = map.without(start);
        model.remove(start);
      }
      assertAgrees(random.nextInt((int) (slots * SIZE + 2 * SIZE)) - SIZE);
    }
    assertAllAgree();
  }

  @Test
  void fillsFromBelowAndFromAbove() {
    for (long i = 0; i < 10 * RegionChunk.CAPACITY; i++) {
      put(i * SIZE, i * SIZE + SIZE);
      put(-i * SIZE - SIZE, -i * SIZE);
    }
    assertAllAgree();
  }

  @Test
  void knowsTheEndsOfTheAddresses() {
    put(Long.MIN_VALUE, Long.MIN_VALUE + 1);
    put(Long.MAX_VALUE - 1, Long.MAX_VALUE);

    assertThat(map.at(Long.MIN_VALUE).end()).isEqualTo(Long.MIN_VALUE + 1);
    assertThat(map.at(Long.MAX_VALUE)).isNull();
    assertThat(map.above(Long.MIN_VALUE).end()).isEqualTo(Long.MAX_VALUE);
    assertThat(map.above(Long.MAX_VALUE)).isNull();
    assertThat(map.atOrAbove(0).end()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void doesNotChangeWhatWasReadBefore() {
    put(0, 5);
    RegionMap before = map;
    put(10, 15);
    map = map.without(0);

    assertThat(before.at(0)).isNotNull();
    assertThat(before.at(10)).isNull();
    assertThat(before.size()).isEqualTo(1);
  }

  private void put(long start, long end) {
    Region region = new Region();
    map = map.with(start, end, region);
    model.put(start, new Mapping(start, end, region));
  }

  private void assertAgrees(long address) {
    Map.Entry<Long, Mapping> floor = model.floorEntry(address);
    Mapping at = floor != null && floor.getValue().covers(address) ? floor.getValue() : null;
    Map.Entry<Long, Mapping> higher = model.higherEntry(address);
    Mapping above = higher == null ? null : higher.getValue();
    assertThat(map.size()).isEqualTo(model.size());
    assertThat(map.at(address)).isEqualTo(at);
    assertThat(map.above(address)).isEqualTo(above);
    assertThat(map.atOrAbove(address)).isEqualTo(at != null ? at : above);
  }

  private void assertAllAgree() {
    List<Region> walked = new ArrayList<>();
    map.iterator(Long.MIN_VALUE, Long.MAX_VALUE).forEachRemaining(walked::add);
    assertThat(walked).isEqualTo(model.values().stream().map(Mapping::region).toList());
    assertThat(map.overlapping(Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(List.copyOf(model.values()));
    for (long address = -SIZE; address < 1_000; address++) {
      assertAgrees(address);
    }
  }
}
