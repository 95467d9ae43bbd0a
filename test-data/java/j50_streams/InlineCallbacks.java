// Callbacks of the library that run before the call returns, on this thread, see the lock.
package j50_streams;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class InlineCallbacks {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("mutex")
  private final List<Integer> list = new ArrayList<>();

  @GuardedBy("mutex")
  private final Map<String, Integer> map = new HashMap<>();

  void streams(List<Integer> source) {
    mutex.lock();
    try {
      source.stream().map(i -> i + count).filter(i -> i > count).forEachOrdered(list::add);
      IntStream.range(0, 3).map(i -> i + count).sum();
      source.stream().collect(Collectors.toMap(i -> "k" + count, i -> count));
      source.stream().sorted(Comparator.comparingInt(i -> count)).toList();
      source.stream().reduce(0, (x, y) -> x + y + count);
      Stream.iterate(0, i -> i + count).limit(3).forEach(i -> count += i);
      Stream<Integer> first = source.stream();
      Stream<Integer> second = first.map(i -> i + count);
      list.addAll(second.toList());
    } finally {
      mutex.unlock();
    }
  }

  void collections(List<Integer> source, Map<String, Integer> index) {
    mutex.lock();
    try {
      source.forEach(list::add);
      index.computeIfAbsent("a", key -> count);
      index.merge("a", 1, (x, y) -> x + count);
      index.entrySet().removeIf(e -> e.getValue() > count);
      index.values().stream().mapToInt(Integer::intValue).max().ifPresent(x -> count = x);
      Collections.sort(source, (x, y) -> count);
      source.sort(Comparator.comparing(x -> count));
      Arrays.setAll(new int[2], i -> count);
      list.removeIf(i -> i == count);
      list.replaceAll(i -> i + count);
      map.forEach((key, value) -> count += value);
      source.iterator().forEachRemaining(i -> count += i);
      Objects.requireNonNull(source, () -> "source of " + count);
    } finally {
      mutex.unlock();
    }
  }

  void optionals(Optional<Integer> found) {
    mutex.lock();
    try {
      found.map(x -> x + count).filter(x -> x > count).or(() -> Optional.of(count));
      found.orElseGet(() -> count);
      found.orElseThrow(() -> new IllegalStateException("none of " + count));
    } finally {
      mutex.unlock();
    }
  }

  void unheld(List<Integer> source) {
    source.stream().map(i -> i + count).toList(); // expect: UnguardedAccess "mutex"
    source.sort(Comparator.comparing(x -> count)); // expect: UnguardedAccess "mutex"
    Arrays.setAll(new int[2], i -> count); // expect: UnguardedAccess "mutex"
  }
}
