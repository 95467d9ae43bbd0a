// A helper that hands its callback to a pipeline, a comparator or the like which is used up in the
// same expression merely runs it.
package y89_helpers_and_pipelines;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Handed {
  private final ReentrantLock lock = new ReentrantLock();
  private final ExecutorService threads;
  private Predicate<String> last;
  private Stream<String> open;

  @GuardedBy("lock")
  private int limit;

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  Handed(ExecutorService threads) {
    this.threads = threads;
  }

  private Optional<String> find(Predicate<String> p) {
    return names.stream().filter(p).findFirst();
  }

  private Optional<String> findByLambda(Predicate<String> p) {
    return names.stream().filter(s -> p.test(s)).findFirst();
  }

  private <R> List<R> mapped(Function<String, R> f) {
    return names.stream().map(f).toList();
  }

  private List<String> sorted(Comparator<String> order) {
    return names.stream().sorted(order).toList();
  }

  private int sum(ToIntFunction<String> f) {
    return names.stream().mapToInt(f).sum();
  }

  private Map<Boolean, List<String>> parts(Predicate<String> p) {
    return names.stream().collect(Collectors.partitioningBy(p));
  }

  private Map<Integer, List<String>> grouped(Function<String, Integer> key, Predicate<String> p) {
    return names.stream()
        .filter(p)
        .collect(Collectors.groupingBy(key, Collectors.filtering(p, Collectors.toList())));
  }

  private long without(Predicate<String> p) {
    return names.stream().filter(p.negate()).count()
        - names.stream().filter(Predicate.not(p)).count();
  }

  private void sort(Comparator<String> order) {
    names.sort(order.reversed());
  }

  private void sortBy(Function<String, Integer> key) {
    names.sort(Comparator.comparing(key));
  }

  private List<String> inner(Predicate<String> p) {
    return Stream.of(names).flatMap(v -> v.stream().filter(p)).toList();
  }

  private List<String> joined(Predicate<String> p) {
    return Stream.concat(names.stream().filter(p), Stream.empty()).toList();
  }

  private long chosen(boolean first, Predicate<String> p, Predicate<String> q) {
    return (first ? names.stream().filter(p) : names.stream().filter(q)).count();
  }

  private void twice(Consumer<String> action) {
    names.stream().peek(action).forEach(action.andThen(action));
  }

  private Optional<String> passedOn(Predicate<String> p) {
    return find(p.and(s -> !s.isEmpty()));
  }

  private long locked(Predicate<String> p) {
    lock.lock();
    try {
      return names.stream().filter(p).count();
    } finally {
      lock.unlock();
    }
  }

  void right() {
    locked(s -> s.length() > limit);
    lock.lock();
    try {
      find(s -> s.length() > limit);
      findByLambda(s -> s.length() > limit);
      mapped(s -> s.length() + limit);
      sorted((a, b) -> limit);
      sum(s -> s.length() + limit);
      parts(s -> s.length() > limit);
      grouped(s -> limit, s -> s.length() > limit);
      without(s -> s.length() > limit);
      sort((a, b) -> limit);
      sortBy(s -> limit);
      inner(s -> s.length() > limit);
      joined(s -> s.length() > limit);
      chosen(names.isEmpty(), s -> s.length() > limit, s -> s.length() < limit);
      twice(s -> limit++);
      passedOn(s -> s.length() > limit);
      find(this::isLong);
      Predicate<String> longer = s -> s.length() > limit;
      find(longer);
      names.stream().filter(longer).forEach(System.out::println);
    } finally {
      lock.unlock();
    }
  }

  private boolean isLong(String name) {
    return name.length() > limit;
  }

  // The same with the mistake.

  private Stream<String> unfinished(Predicate<String> p) {
    return names.stream().filter(p);
  }

  private Iterator<String> oneByOne(Predicate<String> p) {
    return names.stream().filter(p).iterator();
  }

  private void kept(Predicate<String> p) {
    last = p.negate();
    names.removeIf(p);
  }

  private void keptPipeline(Predicate<String> p) {
    open = names.stream().filter(p);
  }

  private void keptByStage(Predicate<String> p) {
    names.stream().peek(s -> last = p).forEach(System.out::println);
  }

  private long parallel(Predicate<String> p) {
    return names.parallelStream().filter(p).count();
  }

  private long parallelAtLast(Predicate<String> p) {
    return names.stream().filter(p).parallel().count();
  }

  private long parallelByName(Predicate<String> p) {
    Stream<String> all = names.parallelStream();
    return all.filter(p).count();
  }

  private void parallelEach(Consumer<String> action) {
    names.parallelStream().forEach(action);
  }

  private long parallelInside(Predicate<String> p) {
    return names.parallelStream().filter(s -> p.test(s)).count();
  }

  private void submitted(List<String> all, Predicate<String> p) {
    threads.submit(() -> all.stream().filter(p).count());
  }

  private Supplier<Long> supplied(List<String> all, Predicate<String> p) {
    return () -> all.stream().filter(p).count();
  }

  private TreeSet<String> ordered(Comparator<String> order) {
    return new TreeSet<>(order.reversed());
  }

  private long afterwards(List<String> all, Predicate<String> p) {
    lock.lock();
    try {
      names.clear();
    } finally {
      lock.unlock();
    }
    return all.stream().filter(p).count();
  }

  private long meanwhile(List<String> all, Predicate<String> p) {
    lock.unlock();
    try {
      return all.stream().filter(p).count();
    } finally {
      lock.lock();
    }
  }

  private long meanwhileEither(List<String> all, Predicate<String> p, Predicate<String> q) {
    lock.unlock();
    try {
      return (all.isEmpty() ? all.stream().filter(p) : all.stream().filter(q)).count();
    } finally {
      lock.lock();
    }
  }

  private static long counted(List<String> all, Predicate<String> p) {
    return all.stream().filter(p).count();
  }

  void wrong(List<String> all) {
    counted(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
    afterwards(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      unfinished(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      oneByOne(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      kept(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      keptPipeline(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      keptByStage(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      parallel(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      parallelAtLast(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      parallelByName(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      parallelEach(s -> limit++); // expect: UnguardedAccess "lock"
      parallelInside(s -> s.length() > limit); // expect: UnguardedAccess "lock"
      submitted(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      supplied(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      ordered((a, b) -> limit); // expect: UnguardedAccess "lock"
      meanwhile(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      meanwhileEither(
          all,
          s -> s.length() > limit, // expect: UnguardedAccess "lock"
          s -> s.length() < limit); // expect: UnguardedAccess "lock"
      threads.submit(() -> find(s -> s.length() > limit)); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }
}
