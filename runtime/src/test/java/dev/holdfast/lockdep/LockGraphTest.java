package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.LockGraph.Edge;
import dev.holdfast.lockdep.Report.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockGraphTest {
  private final LockGraph graph = new LockGraph();

  @ParameterizedTest
  @CsvSource({
    "ER, ER, ER, true",
    "EN, SR, ER, true",
    "EN, SR, SN, false",
    "ER, SR, EN, false",
  })
  void closesTheReferenceCycles(EdgeType xy, EdgeType yz, EdgeType zx, boolean deadlock) {
    assertThat(graph.add(edge("x", xy, "y"))).isEmpty();
    assertThat(graph.add(edge("y", yz, "z"))).isEmpty();

    assertThat(graph.add(edge("z", zx, "x")).isEmpty()).isEqualTo(!deadlock);
  }

  @ParameterizedTest
  @CsvSource({
    "ER, ER, ER, true",
    "EN, SR, ER, true",
    "EN, SR, SN, false",
    "ER, SR, EN, false",
  })
  void closesTheReferenceCyclesFromAnyEdge(
      EdgeType xy, EdgeType yz, EdgeType zx, boolean deadlock) {
    graph.add(edge("y", yz, "z"));
    graph.add(edge("z", zx, "x"));

    assertThat(graph.add(edge("x", xy, "y")).isEmpty()).isEqualTo(!deadlock);
  }

  @Test
  void beginsTheCycleWithTheEdgeThatClosesIt() {
    graph.add(edge("a", EdgeType.EN, "b"));
    graph.add(edge("b", EdgeType.EN, "c"));

    List<Edge> cycle = graph.add(edge("c", EdgeType.EN, "a"));

    assertThat(cycle).extracting(edge -> edge.from().name()).containsExactly("c", "a", "b");
  }

  @Test
  void findsTheShortestCycle() {
    graph.add(edge("a", EdgeType.EN, "b"));
    graph.add(edge("b", EdgeType.EN, "c"));
    graph.add(edge("a", EdgeType.EN, "c"));

    assertThat(graph.add(edge("c", EdgeType.EN, "a"))).hasSize(2);
  }

  @Test
  void tellsACycleOnce() {
    graph.add(edge("a", EdgeType.EN, "b"));
    graph.add(edge("b", EdgeType.EN, "a"));

    assertThat(graph.add(edge("b", EdgeType.EN, "a"))).isEmpty();
  }

  @Test
  void seesAStrongPathBesideAWeakOne() {
    graph.add(edge("a", EdgeType.ER, "b"));
    graph.add(edge("b", EdgeType.SN, "c"));
    assertThat(graph.add(edge("c", EdgeType.EN, "a"))).isEmpty();

    assertThat(graph.add(edge("a", EdgeType.EN, "b"))).hasSize(3);
  }

  @Test
  void returnsThroughAClassThatItReachedBeforeInAnotherWay() {
    graph.add(edge("b", EdgeType.ER, "d"));
    graph.add(edge("b", EdgeType.EN, "c"));
    graph.add(edge("c", EdgeType.EN, "d"));
    graph.add(edge("d", EdgeType.SN, "a"));

    assertThat(graph.add(edge("a", EdgeType.EN, "b")))
        .extracting(edge -> edge.from().name())
        .containsExactly("a", "b", "c", "d");
  }

  private static Edge edge(String from, EdgeType type, String to) {
    Mode held = type == EdgeType.EN || type == EdgeType.ER ? Mode.EXCLUSIVE : Mode.SHARED;
    boolean recursive = type == EdgeType.ER || type == EdgeType.SR;
    Mode wanted = recursive ? Mode.SHARED_RECURSIVE : Mode.EXCLUSIVE;
    Place place = Place.here(1);
    LockClass first = LockClass.of(from);
    LockClass second = LockClass.of(to);
    return Edge.of(new Step(first, held, place, second, wanted, place, "t"));
  }
}
