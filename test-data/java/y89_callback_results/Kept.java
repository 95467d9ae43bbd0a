package y89_callback_results;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a callback gives is where the call that runs it puts it: others may have it then. */
class Kept {
  static class Node {
    @GuardedBy("this")
    int value;

    synchronized int get() {
      return value;
    }

    Node itself(String key) {
      return this;
    }
  }

  /** A method that nothing tells of. */
  interface Registry {
    Object register(@RunsInline Supplier<Node> node);
  }

  static Object out;

  void intoMap(Map<String, Node> shared) {
    Node node = new Node();
    shared.computeIfAbsent("a", key -> node);
    node.value = 1; // expect: UnguardedAccess
  }

  void intoConcurrentMap(ConcurrentHashMap<String, Node> shared) {
    Node node = new Node();
    shared.compute("a", (key, old) -> old == null ? node : old);
    node.value = 1; // expect: UnguardedAccess
  }

  void fromBlock(Map<String, Node> shared, boolean none) {
    Node node = new Node();
    shared.merge(
        "a",
        new Node(),
        (one, other) -> {
          if (none) {
            return null;
          }
          return node;
        });
    node.value = 1; // expect: UnguardedAccess
  }

  void byReference(Map<String, Node> shared) {
    Node node = new Node();
    shared.computeIfAbsent("a", node::itself);
    node.value = 1; // expect: UnguardedAccess
  }

  void byAnonymousClass(Map<String, Node> shared) {
    Node node = new Node();
    shared.computeIfAbsent(
        "a",
        new Function<>() {
          @Override
          public Node apply(String key) {
            return node;
          }
        });
    node.value = 1; // expect: UnguardedAccess
  }

  void inside(Map<String, List<Node>> shared) {
    Node node = new Node();
    shared.replaceAll((key, old) -> new ArrayList<>(List.of(node)));
    node.value = 1; // expect: UnguardedAccess
  }

  void intoList(List<Node> shared) {
    Node node = new Node();
    shared.replaceAll(old -> node);
    node.value = 1; // expect: UnguardedAccess
  }

  void intoReference(AtomicReference<Node> shared) {
    Node node = new Node();
    shared.updateAndGet(old -> node);
    node.value = 1; // expect: UnguardedAccess
  }

  void intoReferences(AtomicReferenceArray<Node> shared) {
    Node node = new Node();
    shared.accumulateAndGet(0, null, (one, other) -> node);
    node.value = 1; // expect: UnguardedAccess
  }

  void withItsHolder() {
    Node node = new Node();
    AtomicReference<Node> own = new AtomicReference<>();
    own.updateAndGet(old -> node);
    node.value = 1;
    out = own;
    node.value = 2; // expect: UnguardedAccess
  }

  void withItsMap() {
    Node node = new Node();
    Map<String, Node> own = new HashMap<>();
    own.computeIfAbsent("a", key -> node);
    node.value = 1;
    out = own;
    node.value = 2; // expect: UnguardedAccess
  }

  void withItsArray() {
    Node node = new Node();
    Node[] own = new Node[2];
    Arrays.setAll(own, i -> node);
    out = own;
    node.value = 2; // expect: UnguardedAccess
  }

  void asResult() {
    Node node = new Node();
    Object same = Optional.<Node>empty().orElseGet(() -> node);
    node.value = 1;
    out = same;
    node.value = 2; // expect: UnguardedAccess
  }

  void inResult() {
    Node node = new Node();
    out = Optional.of(1).map(i -> node).get();
    node.value = 1; // expect: UnguardedAccess
  }

  void ofPipeline() {
    Node node = new Node();
    out = Stream.of(1).map(i -> node).findFirst().get();
    node.value = 1; // expect: UnguardedAccess
  }

  void collected() {
    Node node = new Node();
    out = Stream.of(1).collect(Collectors.toMap(i -> i, i -> node));
    node.value = 1; // expect: UnguardedAccess
  }

  void toNextStage(List<Node> shared) {
    Node node = new Node();
    Stream.generate(() -> node).limit(1).forEach(shared::add);
    node.value = 1; // expect: UnguardedAccess
  }

  void toUnknownStage(Consumer<Node> unknown) {
    Node node = new Node();
    Stream.of(1).map(i -> node).forEach(unknown);
    node.value = 1; // expect: UnguardedAccess
  }

  void later(Executor executor) {
    Node node = new Node();
    List<Runnable> tasks = Stream.of(1).map(i -> (Runnable) node::get).toList();
    tasks.forEach(executor::execute);
    node.value = 1; // expect: UnguardedAccess
  }

  static void keep(@RunsInline Supplier<Node> node) {
    out = node.get();
  }

  static Node keepAndGive(@RunsInline Supplier<Node> node) {
    Node kept = node.get();
    out = kept;
    return kept;
  }

  private <T> T locked(Supplier<T> task) {
    synchronized (this) {
      return task.get();
    }
  }

  void byHelpers(Registry registry) {
    Node one = new Node();
    keep(() -> one);
    one.value = 1; // expect: UnguardedAccess
    Node two = new Node();
    keepAndGive(() -> two);
    two.value = 1; // expect: UnguardedAccess
    Node three = new Node();
    registry.register(() -> three);
    three.value = 1; // expect: UnguardedAccess
    Node four = new Node();
    out = locked(() -> four);
    four.value = 1; // expect: UnguardedAccess
  }

  static class Announced {
    @GuardedBy("this")
    int value;

    Announced(Consumer<Object> unknown) {
      Stream.of(1).map(i -> this).forEach(unknown);
      value = 1; // expect: UnguardedAccess
    }
  }
}
