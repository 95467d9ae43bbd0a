package dev.holdfast.checker.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntMapTest {
  /** A map and what it should hold. */
  private record Pair(IntMap<String> map, TreeMap<Integer, String> model) {}

  @ParameterizedTest
  @ValueSource(longs = {3, 17, 2026})
  void holdsWhatASortedMapHoldsAfterTheSameUpdates(long seed) {
    Pair pair = random(new Random(seed), 400, 64);

    assertThat(entries(pair.map)).isEqualTo(List.copyOf(pair.model.entrySet()));
    assertThat(pair.map.size()).isEqualTo(pair.model.size());
    for (int key = 0; key < 64; key++) {
      assertThat(pair.map.get(key)).isEqualTo(pair.model.get(key));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 23, 7919})
  void anUpdateLeavesTheOldMapAsItWas(long seed) {
    Pair pair = random(new Random(seed), 100, 32);
    IntMap<String> old = pair.map;

    IntMap<String> changed = old.put(7, "other").remove(11);

    assertThat(entries(old)).isEqualTo(List.copyOf(pair.model.entrySet()));
    assertThat(changed.get(7)).isEqualTo("other");
    assertThat(changed.has(11)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 13, 104729})
  void aJoinAsksOnceForEachKeyWhereTheSidesMayDiffer(long seed) {
    Random random = new Random(seed);
    Pair left = random(random, 120, 200);
    Pair right = random(random, 120, 200);
    TreeMap<Integer, String> expected = new TreeMap<>();
    for (int key = 0; key < 200; key++) {
      String joined = joined(left.model.get(key), right.model.get(key));
      if (joined != null) {
        expected.put(key, joined);
      }
    }

    IntMap<String> result = IntMap.join(left.map, right.map, (key, a, b) -> joined(a, b));

    assertThat(entries(result)).isEqualTo(List.copyOf(expected.entrySet()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 31})
  void equalityGoesByEntriesAndNotByHistory(long seed) {
    Pair pair = random(new Random(seed), 200, 48);
    IntMap<String> rebuilt = IntMap.empty();
    for (Map.Entry<Integer, String> entry : pair.model.descendingMap().entrySet()) {
      rebuilt = rebuilt.put(entry.getKey(), entry.getValue());
    }

    assertThat(rebuilt).isEqualTo(pair.map).hasSameHashCodeAs(pair.map);
    assertThat(rebuilt.put(999, "more")).isNotEqualTo(pair.map);
  }

  /**
   * Keeps what both have, marks what one has, drops what only the right side has under an even
   * length.
   */
  private static String joined(String left, String right) {
    if (left == null) {
      return right == null || right.length() % 2 == 0 ? null : right + "<";
    }
    return right == null ? left + ">" : left.equals(right) ? left : left + "|" + right;
  }

  private static Pair random(Random random, int updates, int keys) {
    IntMap<String> map = IntMap.empty();
    TreeMap<Integer, String> model = new TreeMap<>();
    for (int i = 0; i < updates; i++) {
      int key = random.nextInt(keys);
      if (random.nextInt(3) == 0) {
        map = map.remove(key);
        model.remove(key);
      } else {
        String value = "v" + random.nextInt(20);
        map = map.put(key, value);
        model.put(key, value);
      }
    }
    return new Pair(map, model);
  }

  private static List<Map.Entry<Integer, String>> entries(IntMap<String> map) {
    List<Map.Entry<Integer, String>> result = new ArrayList<>();
    map.forEach((key, value) -> result.add(Map.entry(key, value)));
    return result;
  }

  @Test
  void mapsDifferWhereTheTestHoldsForAKey() {
    IntMap<String> shared = IntMap.<String>empty().put(1, "a").put(2, "b");
    IntMap<String> left = shared.put(3, "c");
    IntMap<String> right = shared.put(2, "d");
    assertThat(IntMap.differ(left, right, (key, x, y) -> key == 2 && x.equals("b"))).isTrue();
    assertThat(IntMap.differ(left, right, (key, x, y) -> key == 3 && y == null)).isTrue();
    assertThat(IntMap.differ(left, right, (key, x, y) -> key == 1 && !x.equals(y))).isFalse();
    assertThat(IntMap.differ(left, left, (key, x, y) -> true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 17, 6007})
  void leavesOutTheEntriesThatPassATest(long seed) {
    Pair pair = random(new Random(seed), 300, 64);
    TreeMap<Integer, String> expected = new TreeMap<>(pair.model);
    expected.keySet().removeIf(key -> key % 3 == 0);

    IntMap<String> result = pair.map.without((key, value) -> key % 3 == 0);

    assertThat(entries(result)).isEqualTo(List.copyOf(expected.entrySet()));
    assertThat(result.size()).isEqualTo(expected.size());
    assertThat(result.without((key, value) -> key % 3 == 0)).isSameAs(result);
  }

  @Test
  void findsAnEntryAndStopsThere() {
    IntMap<String> map = IntMap.<String>empty().put(3, "c").put(1, "a").put(900, "z");
    List<Integer> seen = new ArrayList<>();
    assertThat(map.any((key, value) -> seen.add(key) && value.equals("c"))).isTrue();
    assertThat(seen).containsExactly(1, 3);
    assertThat(map.any((key, value) -> key == 2)).isFalse();
    assertThat(IntMap.<String>empty().any((key, value) -> true)).isFalse();
  }
}
