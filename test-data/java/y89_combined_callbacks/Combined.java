// What a callback's own methods make of it, such as negate() or andThen(), runs that callback when it
// is itself run.
package y89_combined_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

class Combined {
  private final ReentrantLock lock = new ReentrantLock();
  private Predicate<String> kept;
  private Stream<String> open;

  @GuardedBy("lock")
  private int limit;

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  private boolean isLong(String name) {
    return name.length() > limit;
  }

  void right() {
    lock.lock();
    try {
      Comparator<String> order = (a, b) -> a.length() % limit - b.length();
      names.sort(order.reversed());
      names.sort(order.reversed().thenComparing(s -> limit));
      Consumer<String> count = s -> limit++;
      names.forEach(count.andThen(System.out::println));
      names.forEach(count.andThen(count).andThen(s -> limit++));
      Function<String, Integer> half = s -> limit / 2;
      names.stream().map(half.andThen(n -> n + limit)).forEach(System.out::println);
      System.out.println(names.stream().map(half.compose(String::trim)).toList());
      Predicate<String> longer = s -> s.length() > limit;
      Predicate<String> notLonger = longer.negate();
      System.out.println(notLonger.test("a") || longer.and(notLonger).test("b"));
    } finally {
      lock.unlock();
    }
  }

  void castAndCombined() {
    lock.lock();
    try {
      names.removeIf(Predicate.not(this::isLong));
      names.removeIf(((Predicate<String>) this::isLong).negate());
      names.removeIf(((Predicate<String>) this::isLong).or(s -> s.length() < limit));
      names.removeIf(((Predicate<String>) s -> s.length() > limit).negate());
      names.sort(((Comparator<String>) (a, b) -> limit).reversed());
    } finally {
      lock.unlock();
    }
  }

  void castOutside(List<String> others) {
    others.removeIf(((Predicate<String>) this::isLong).negate()); // expect: LockNotHeld "lock"
    others.removeIf(
        ((Predicate<String>) s -> s.length() > limit).negate()); // expect: UnguardedAccess "lock"
    kept = ((Predicate<String>) this::isLong).negate(); // expect: LockNotHeld "lock"
  }

  void keptNegation() {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
    } finally {
      lock.unlock();
    }
    kept = longer.negate();
  }

  Predicate<String> returnedNegation() {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
    } finally {
      lock.unlock();
    }
    return Predicate.not(longer);
  }

  Comparator<String> returnedReverse() {
    Comparator<String> order = (a, b) -> limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.sort(order);
      return order.reversed();
    } finally {
      lock.unlock();
    }
  }

  Stream<String> returnedPipeline(List<String> others) {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
      return others.stream().filter(longer);
    } finally {
      lock.unlock();
    }
  }

  void usedOutside(List<String> others) {
    Comparator<String> order = (a, b) -> limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.sort(order);
    } finally {
      lock.unlock();
    }
    others.sort(order.reversed());
  }

  boolean calledOutside() {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
    } finally {
      lock.unlock();
    }
    Predicate<String> any = longer.or(s -> s.isEmpty());
    return any.test("a");
  }

  void putAside(Map<String, Predicate<String>> all) {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
      all.put("longer", longer.negate());
    } finally {
      lock.unlock();
    }
  }

  void openPipeline(List<String> others) {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
      open = others.stream().filter(longer.negate());
    } finally {
      lock.unlock();
    }
  }

  void onOtherThreads(List<String> others, ExecutorService threads) {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    Consumer<String> count = s -> limit++; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
      names.forEach(count);
      threads.execute(() -> others.removeIf(longer.negate()));
      new Thread(() -> others.forEach(count.andThen(count))).start();
    } finally {
      lock.unlock();
    }
  }

  boolean inParallel(List<String> others) {
    Predicate<String> longer = s -> s.length() > limit; // expect: UnguardedAccess "lock"
    Predicate<String> shorter = s -> s.length() < limit; // expect: UnguardedAccess "lock"
    Predicate<String> alike = s -> s.length() == limit; // expect: UnguardedAccess "lock"
    lock.lock();
    try {
      names.removeIf(longer);
      names.removeIf(shorter);
      names.removeIf(alike);
      return others.parallelStream().anyMatch(longer.negate())
          || others.parallelStream().anyMatch(shorter)
          || others.parallelStream().filter(alike).count() > 0;
    } finally {
      lock.unlock();
    }
  }
}
