package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Planted;
import dev.holdfast.lockdep.LockGraph.Edge;
import dev.holdfast.lockdep.Report.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two threads close a cycle at once: exactly one of them must see it. */
final class LockGraphConcurrencyTest {
  private static final int ROUNDS = 3_000;

  @Test
  void tellsOneOfTwoThreadsThatCloseACycleTogether() throws Exception {
    assertThat(misses(LockGraph::add)).isZero();
  }

  @Test
  @Planted("the graph is searched for a cycle before the edge is inserted")
  void wouldCatchASearchBeforeTheInsertion() throws Exception {
    assertThat(misses(LockGraphConcurrencyTest::searchThenInsert)).isPositive();
  }

  /** The planted defect: both threads may search before either has inserted its edge. */
  private static List<Edge> searchThenInsert(LockGraph graph, Edge edge) {
    List<Edge> cycle = graph.findCycle(edge);
    Thread.yield();
    graph.insert(edge);
    return cycle;
  }

  private static int misses(BiFunction<LockGraph, Edge, List<Edge>> add) throws Exception {
    List<LockGraph> graphs = Stream.generate(LockGraph::new).limit(ROUNDS).toList();
    AtomicIntegerArray seen = new AtomicIntegerArray(ROUNDS);
    AtomicInteger arrivals = new AtomicInteger();
    Thread one = racer(graphs, add, edge("a", "b"), arrivals, seen);
    Thread two = racer(graphs, add, edge("b", "a"), arrivals, seen);
    one.start();
    two.start();
    one.join();
    two.join();
    return (int) IntStream.range(0, ROUNDS).filter(round -> seen.get(round) != 1).count();
  }

  private static Thread racer(
      List<LockGraph> graphs,
      BiFunction<LockGraph, Edge, List<Edge>> add,
      Edge edge,
      AtomicInteger arrivals,
      AtomicIntegerArray seen) {
    return new Thread(
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            meet(arrivals, round);
            if (!add.apply(graphs.get(round), edge).isEmpty()) {
              seen.incrementAndGet(round);
            }
          }
        });
  }

  /** Waits until both threads have come this far, without letting either go to sleep for long. */
  private static void meet(AtomicInteger arrivals, int round) {
    arrivals.incrementAndGet();
    for (int spins = 1; arrivals.get() < 2 * (round + 1); spins++) {
      if (spins % 1_000 == 0) {
        Thread.yield();
      }
      Thread.onSpinWait();
    }
  }

  private static Edge edge(String from, String to) {
    Place place = Place.here(1);
    LockClass first = LockClass.of(from);
    LockClass second = LockClass.of(to);
    return Edge.of(new Step(first, Mode.EXCLUSIVE, place, second, Mode.EXCLUSIVE, place, "t"));
  }
}
