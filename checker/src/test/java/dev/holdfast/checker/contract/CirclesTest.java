package dev.holdfast.checker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CirclesTest {
  private static List<Set<String>> circles(Map<String, List<String>> steps) {
    List<String> starts = steps.keySet().stream().sorted().toList();
    return Circles.of(starts, node -> steps.getOrDefault(node, List.of()));
  }

  @Test
  void whatEndsIsNoCircle() {
    assertThat(circles(Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"))))
        .isEmpty();
  }

  @Test
  void aStepToItselfIsACircle() {
    assertThat(circles(Map.of("a", List.of("a"), "b", List.of("a")))).containsExactly(Set.of("a"));
  }

  @Test
  void whatLeadsToACircleAndWhatItLeadsToAreNotOnIt() {
    assertThat(
            circles(
                Map.of(
                    "a", List.of("b"),
                    "b", List.of("c"),
                    "c", List.of("d", "b"),
                    "d", List.of("e"))))
        .containsExactly(Set.of("b", "c"));
  }

  @Test
  void twoCirclesAreTold() {
    assertThat(
            circles(
                Map.of(
                    "a", List.of("b"),
                    "b", List.of("a", "c"),
                    "c", List.of("d"),
                    "d", List.of("c"))))
        .containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c", "d"));
  }

  @Test
  void circlesThatMeetAreOne() {
    assertThat(circles(Map.of("a", List.of("b"), "b", List.of("a", "c"), "c", List.of("b"))))
        .containsExactly(Set.of("a", "b", "c"));
  }

  /** Ten times the length takes ten times the steps, wherever the walk begins. */
  @Test
  void eachStepIsFollowedOnce() {
    assertThat(mostAsked(3_000, false)).isEqualTo(1);
    assertThat(mostAsked(30_000, false)).isEqualTo(1);
    assertThat(mostAsked(30_000, true)).isEqualTo(1);
  }

  /** How often it is asked, at the most, what a link of a chain leads to. */
  private static int mostAsked(int length, boolean closed) {
    Map<Integer, Integer> asked = new HashMap<>();
    List<Integer> starts = IntStream.range(0, length).boxed().collect(Collectors.toList());
    List<Set<Integer>> found =
        Circles.of(
            starts,
            link -> {
              asked.merge(link, 1, Integer::sum);
              if (link + 1 < length) {
                return List.of(link + 1);
              }
              return closed ? List.of(0) : List.of();
            });
    assertThat(found).hasSize(closed ? 1 : 0);
    assertThat(asked).hasSize(length);
    return asked.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
  }
}
