package c_lambdas;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lambdas, references and inner classes run later with nothing held, unless the library's model
 * says that they run inline.
 */
final class Lambdas {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  void inlineOfTheLibrary(
      Iterable<String> texts, Map<String, Integer> map, Optional<String> text, String[] array) {
    lock.lock();
    try {
      texts.forEach(names::add);
      texts.forEach(t -> names.add(t));
      map.computeIfAbsent("a", k -> count);
      map.computeIfPresent("a", (k, v) -> v + count);
      map.compute("a", (k, v) -> count);
      map.merge("a", 3, (a, b) -> a + count);
      map.forEach((k, v) -> count = v);
      map.replaceAll((k, v) -> count);
      text.ifPresent(names::add);
      int length = text.map(t -> t.length() + count).orElseGet(() -> count);
      names.removeIf(n -> n.length() > count);
      names.replaceAll(n -> n + count);
      names.sort((a, b) -> count);
    } finally {
      lock.unlock();
    }
  }

  long streams(List<Integer> numbers) {
    lock.lock();
    try {
      count = numbers.stream().filter(n -> n > count).mapToInt(n -> n + count).sum();
      numbers.stream().forEach(n -> count = n);
      return names.stream().filter(n -> n.length() > count).count();
    } finally {
      lock.unlock();
    }
  }

  Stream<Integer> lazyStream(List<Integer> numbers) {
    lock.lock();
    try {
      return numbers.stream().filter(n -> n > count); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void later(Executor executor, CompletableFuture<Integer> future) {
    lock.lock();
    try {
      executor.execute(() -> count = 3); // expect: UnguardedAccess "lock"
      future.thenAccept(n -> count = n); // expect: UnguardedAccess "lock"
      future.thenRun(this::set); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  Supplier<Integer> returned() {
    lock.lock();
    try {
      return () -> count; // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  Runnable ownLock() {
    return () -> {
      lock.lock();
      try {
        count = 5;
        set();
      } finally {
        lock.unlock();
      }
      count = 7; // expect: UnguardedAccess "lock"
    };
  }

  Runnable innerClass() {
    lock.lock();
    try {
      return new Runnable() {
        @Override
        public void run() {
          count = 9; // expect: UnguardedAccess "lock"
        }
      };
    } finally {
      lock.unlock();
    }
  }

  void localClass() {
    class Local {
      void touch() {
        count = 11; // expect: UnguardedAccess "lock"
      }

      @Requires("lock")
      void declared() {
        count = 13;
      }
    }
    lock.lock();
    try {
      new Local().declared();
    } finally {
      lock.unlock();
    }
  }

  @Requires("lock")
  void set() {
    count = 15;
  }
}
