package y89_callback_results;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a callback gives stays own while the call puts it nowhere else. */
class Own {
  /** Refers to the object around it. */
  class Part {
    final int at;

    Part(int at) {
      this.at = at;
    }

    int at() {
      return at;
    }
  }

  static class Node {
    @GuardedBy("this")
    int value;

    boolean marked;
  }

  @GuardedBy("this")
  private int count;

  private final List<Part> parts;
  private final Object[] sorted;
  private final Map<String, Part> byName = new HashMap<>();
  private final Part[] array = new Part[3];
  private final AtomicReference<Part> first = new AtomicReference<>();
  private final Part chosen;
  private final Part locked;

  Own(Optional<Integer> start) {
    parts = IntStream.range(0, 3).mapToObj(Part::new).collect(Collectors.toList());
    count = 1;
    sorted = Stream.of(2, 1).map(Part::new).sorted(Comparator.comparing(Part::at)).toArray();
    count = 2;
    byName.computeIfAbsent("a", key -> new Part(0));
    count = 3;
    Arrays.setAll(array, i -> new Part(i));
    count = 4;
    first.updateAndGet(old -> new Part(1));
    count = 5;
    chosen = start.map(at -> new Part(at)).orElseGet(() -> new Part(0));
    count = 6;
    locked = inline(() -> new Part(2));
    count = 7;
  }

  static <T> T inline(@RunsInline Supplier<T> task) {
    return task.get();
  }

  private <T> T locked(Supplier<T> task) {
    synchronized (this) {
      return task.get();
    }
  }

  void givenBack() {
    Node node = new Node();
    Node same =
        locked(
            () -> {
              node.value = 1;
              return node;
            });
    node.value = 2;
    inline(() -> node).marked = true;
    node.value = 3;
  }

  void merelyTested(List<Node> shared) {
    Node node = new Node();
    Node[] last = new Node[1];
    shared.forEach(each -> last[0] = node);
    shared.removeIf(each -> each == node);
    shared.sort(Comparator.comparing(each -> each == node));
    node.value = shared.stream().map(each -> node).anyMatch(each -> each.marked) ? 1 : 0;
  }

  void chosen(Optional<Node> other) {
    Node node = new Node();
    Node either = other.orElseGet(() -> node);
    node.value = 1;
    synchronized (either) {
      either.value = 2;
    }
  }
}
