package y89_inner_pipelines;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pipelines that a callback of another one makes, or that are joined, are run with that. */
final class Inner {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int limit;

  @GuardedBy("lock")
  private final Map<String, List<String>> map = new HashMap<>();

  @GuardedBy("lock")
  private final List<String> extra = new ArrayList<>();

  long counted() {
    lock.lock();
    try {
      return map.values().stream().flatMap(v -> v.stream().filter(s -> s.length() > limit)).count();
    } finally {
      lock.unlock();
    }
  }

  List<Integer> numbers() {
    lock.lock();
    try {
      return Stream.of(1, 2)
          .flatMap(i -> IntStream.range(0, 3).mapToObj(j -> i * j + limit))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  int sum(boolean all) {
    lock.lock();
    try {
      return map.values().stream()
          .flatMapToInt(
              v -> {
                if (all) {
                  return v.stream().mapToInt(s -> s.length() + limit);
                }
                return v.stream().filter(s -> s.length() > limit).mapToInt(String::length);
              })
          .sum();
    } finally {
      lock.unlock();
    }
  }

  List<String> twice() {
    lock.lock();
    try {
      return Stream.of(map)
          .flatMap(m -> m.values().stream().flatMap(v -> v.stream().filter(s -> s.length() > limit)))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  List<String> joined() {
    lock.lock();
    try {
      Stream<String> keys = map.keySet().stream().filter(s -> s.length() < limit);
      return Stream.concat(keys, extra.stream().filter(s -> s.length() > limit)).toList();
    } finally {
      lock.unlock();
    }
  }

  Map<Boolean, Set<String>> collected() {
    lock.lock();
    try {
      return map.values().stream()
          .collect(
              Collectors.partitioningBy(
                  v -> v.size() > limit,
                  Collectors.flatMapping(
                      v -> v.stream().filter(s -> s.length() > limit), Collectors.toSet())));
    } finally {
      lock.unlock();
    }
  }

  long ended() {
    lock.lock();
    try {
      return map.values().stream().filter(v -> v.stream().anyMatch(s -> s.length() > limit)).count()
          + map.values().stream()
              .mapToLong(v -> v.stream().filter(s -> s.length() > limit).count())
              .sum();
    } finally {
      lock.unlock();
    }
  }

  long flattened() {
    lock.lock();
    try {
      return map.values().stream().flatMap(Collection::stream).filter(s -> s.length() > limit).count();
    } finally {
      lock.unlock();
    }
  }

  long unheld(Collection<List<String>> all) {
    return all.stream()
        .flatMap(v -> v.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess "lock"
        .count();
  }

  Stream<String> unfinished(Collection<List<String>> all) {
    lock.lock();
    try {
      return all.stream()
          .flatMap(v -> v.stream().filter(s -> s.length() > limit)); // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }

  Stream<String> unfinishedJoin(List<String> one, List<String> other) {
    lock.lock();
    try {
      return Stream.concat(
          one.stream(), other.stream().filter(s -> s.length() > limit)); // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }

  List<Stream<String>> elements(Collection<List<String>> all) {
    lock.lock();
    try {
      return all.stream()
          .map(v -> v.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess "lock"
          .toList();
    } finally {
      lock.unlock();
    }
  }

  Optional<Stream<String>> perhaps(Optional<List<String>> some) {
    lock.lock();
    try {
      return some.map(v -> v.stream().filter(s -> s.length() > limit)); // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }

  List<Stream<String>> bothWays(Collection<List<String>> all) {
    lock.lock();
    try {
      Function<List<String>, Stream<String>> longs =
          v -> v.stream().filter(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      System.out.println(all.stream().flatMap(longs).count());
      return all.stream().map(longs).toList();
    } finally {
      lock.unlock();
    }
  }

  List<Stream<String>> byName(Collection<List<String>> all) {
    Predicate<String> isLong = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      extra.removeIf(isLong);
      return all.stream().map(v -> v.stream().filter(isLong)).toList();
    } finally {
      lock.unlock();
    }
  }

  long onOtherThreads(Collection<List<String>> all) {
    lock.lock();
    try {
      return Stream.concat(
              all.parallelStream().flatMap(Collection::stream),
              extra.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess "lock"
          .count();
    } finally {
      lock.unlock();
    }
  }

  void guardedSource(Collection<String> names) {
    Stream<String> all;
    lock.lock();
    try {
      all = Stream.concat(names.stream(), extra.stream());
    } finally {
      lock.unlock();
    }
    all.forEach(System.out::println); // expect: UnguardedAccess "lock"
  }

  long chosen(boolean all) {
    lock.lock();
    try {
      return map.values().stream()
          .flatMap(v -> all ? v.stream().filter(s -> s.length() > limit) : Stream.empty())
          .count();
    } finally {
      lock.unlock();
    }
  }

  long addedUp() {
    lock.lock();
    try {
      Stream<String> all = Stream.empty();
      for (List<String> each : map.values()) {
        all = Stream.concat(all, each.stream().filter(s -> s.length() > limit));
      }
      return all.count();
    } finally {
      lock.unlock();
    }
  }

  Stream<String> addedUpUnfinished() {
    lock.lock();
    try {
      Stream<String> all = Stream.empty();
      for (List<String> each : map.values()) {
        all =
            Stream.concat(
                all, each.stream().filter(s -> s.length() > limit)); // expect: UnguardedAccess
      }
      return all;
    } finally {
      lock.unlock();
    }
  }

  void byClass() {
    lock.lock();
    try {
      map.values().stream()
          .flatMap(
              new Function<List<String>, Stream<String>>() {
                @Override
                public Stream<String> apply(List<String> names) {
                  return names.stream().filter(s -> s.length() > limit);
                }
              })
          .forEach(extra::add);
    } finally {
      lock.unlock();
    }
  }

  long finishedLate(Collection<List<String>> all) {
    Stream<String> names;
    lock.lock();
    try {
      names =
          all.stream()
              .flatMap(v -> v.stream().filter(s -> s.length() > limit)); // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
    return names.count();
  }

  Iterator<String> oneByOne(Collection<List<String>> all) {
    lock.lock();
    try {
      return all.stream()
          .flatMap(v -> v.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess
          .iterator();
    } finally {
      lock.unlock();
    }
  }

  long parallelOutside(Collection<List<String>> all) {
    lock.lock();
    try {
      return all.parallelStream()
          .flatMap(v -> v.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess
          .count();
    } finally {
      lock.unlock();
    }
  }

  void onAnotherThread(Collection<List<String>> all, ExecutorService threads) {
    lock.lock();
    try {
      threads.submit(
          () ->
              all.stream()
                  .flatMap(v -> v.stream().filter(s -> s.length() > limit)) // expect: UnguardedAccess
                  .count());
    } finally {
      lock.unlock();
    }
  }

  long guardedInside(Collection<String> names) {
    return names.stream().flatMap(s -> extra.stream()).count(); // expect: UnguardedAccess "lock"
  }

  long guardedAfterwards(Collection<String> names) {
    return names.stream()
        .flatMap(
            s -> { // expect: UnguardedAccess "lock"
              lock.lock();
              try {
                return extra.stream();
              } finally {
                lock.unlock();
              }
            })
        .count();
  }

  long eitherPipeline(boolean longer, Collection<String> all) {
    Stream<String> names;
    if (longer) {
      names = all.stream().filter(s -> s.length() > limit); // expect: UnguardedAccess "lock"
    } else {
      names = all.stream().filter(s -> s.length() < limit); // expect: UnguardedAccess "lock"
    }
    return names.count();
  }

  long eitherCallback(boolean longer, Collection<String> all) {
    Predicate<String> which;
    if (longer) {
      which = s -> s.length() > limit;
    } else {
      which = s -> s.length() < limit;
    }
    lock.lock();
    try {
      return all.stream().filter(which).count();
    } finally {
      lock.unlock();
    }
  }
}
