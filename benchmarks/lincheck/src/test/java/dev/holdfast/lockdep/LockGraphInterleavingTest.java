package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.LockGraph.Edge;
import dev.holdfast.lockdep.Report.Step;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Threads that learn orders at once: whoever adds the last edge of a cycle sees it. */
final class LockGraphInterleavingTest {
  @Test
  void findsEveryCycle() {
    assertThatCode(() -> options().check(Graph.class)).doesNotThrowAnyException();
  }

  @Test
  void wouldCatchASearchBeforeTheInsertion() {
    assertThatThrownBy(() -> options().check(SearchFirst.class))
        .hasMessageContaining("Invalid execution results");
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(Integer.getInteger("lincheck.iterations", 10))
        .invocationsPerIteration(Integer.getInteger("lincheck.invocations", 300))
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0);
  }

  /** The graph as it is. */
  @Param(name = "cls", gen = IntGen.class, conf = "0:1")
  public static class Graph {
    private static final LockClass[] CLASSES = {LockClass.of("a"), LockClass.of("b")};
    final LockGraph graph = new LockGraph();

    @Operation
    public boolean closes(@Param(name = "cls") int from) {
      return !graph.add(edge(from)).isEmpty();
    }

    static Edge edge(int from) {
      LockClass held = CLASSES[from];
      LockClass wanted = CLASSES[1 - from];
      return Edge.of(new Step(held, Mode.EXCLUSIVE, null, wanted, Mode.EXCLUSIVE, null, "t"));
    }
  }

  /** The planted defect: both threads may search before either has inserted its edge. */
  @Param(name = "cls", gen = IntGen.class, conf = "0:1")
  public static class SearchFirst extends Graph {
    @Override
    @Operation
    public boolean closes(@Param(name = "cls") int from) {
      Edge edge = edge(from);
      boolean known = graph.contains(edge.from(), edge.to(), edge.link());
      boolean closes = !known && !graph.findCycle(edge).isEmpty();
      graph.insert(edge);
      return closes;
    }
  }
}
