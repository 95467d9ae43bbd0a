// Lambda bodies are bodies of their own: locks taken inside, parameters that shadow nothing,
// results, nested lambdas.
package y08_lambda_bodies;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

class LambdaBodies {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  Consumer<Shard> locksItsParameter() {
    return shard -> {
      shard.lock.lock();
      try {
        shard.value++;
      } finally {
        shard.lock.unlock();
      }
      shard.value--; // expect: UnguardedAccess "shard.lock"
    };
  }

  Supplier<Integer> returnsInside() {
    return () -> {
      mutex.lock();
      try {
        return count;
      } finally {
        mutex.unlock();
      }
    };
  }

  IntSupplier leaksOnReturn() {
    return () -> {
      mutex.lock();
      if (count == 0) {
        return 0; // expect: LockLeak "mutex"
      }
      mutex.unlock();
      return 1;
    };
  }

  IntSupplier expressionBody() {
    return () -> count; // expect: UnguardedAccess "mutex"
  }

  BooleanSupplier tryInExpression() {
    return () -> mutex.tryLock(); // expect: LockLeak "mutex"
  }

  Runnable releasesForeignHold() {
    return () -> mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  Supplier<Runnable> nested() {
    return () -> {
      mutex.lock();
      try {
        return () -> count++; // expect: UnguardedAccess "mutex"
      } finally {
        mutex.unlock();
      }
    };
  }

  static <T> T inline(@RunsInline Supplier<T> source) {
    return source.get();
  }

  int inlineResult() {
    mutex.lock();
    try {
      return inline(() -> count + inline(() -> count));
    } finally {
      mutex.unlock();
    }
  }

  int inlineTakesItself() {
    return inline(
        () -> {
          mutex.lock();
          try {
            return count;
          } finally {
            mutex.unlock();
          }
        });
  }

  void inlineReturnsLambda() {
    mutex.lock();
    try {
      Runnable later = inline(() -> () -> count++); // expect: UnguardedAccess "mutex"
      later.run();
    } finally {
      mutex.unlock();
    }
  }

  void anonymousInline() {
    mutex.lock();
    try {
      inline(
          new Supplier<Integer>() {
            @Override
            public Integer get() {
              return count;
            }
          });
    } finally {
      mutex.unlock();
    }
  }

  void inlineMap(Map<String, Shard> shards, Shard shard) {
    shard.lock.lock();
    try {
      shards.computeIfPresent("a", (key, old) -> old == shard ? shard : null);
      shards.compute("b", (key, old) -> shard.value > 0 ? shard : old);
      shards.merge("c", shard, (old, fresh) -> shard.value > 0 ? fresh : old);
      shards.forEach((key, other) -> shard.value++);
      shards.forEach((key, other) -> other.value++); // expect: UnguardedAccess "other.lock"
      shards.values().removeIf(other -> shard.value == 0);
      shards.replaceAll((key, old) -> shard.value > 1 ? shard : old);
    } finally {
      shard.lock.unlock();
    }
  }

  void inlineOptional(Optional<Shard> found, Shard shard) {
    shard.lock.lock();
    try {
      found.ifPresentOrElse(other -> shard.value++, () -> shard.value--);
      int value = found.map(other -> shard.value).orElseGet(() -> shard.value);
      boolean any = found.filter(other -> shard.value > value).isPresent();
      System.out.println(any);
    } finally {
      shard.lock.unlock();
    }
  }

  void sorted(List<Shard> shards, Shard shard) {
    shard.lock.lock();
    try {
      shards.sort((a, b) -> shard.value);
      shards.replaceAll(other -> shard.value > 0 ? shard : other);
    } finally {
      shard.lock.unlock();
    }
  }
}
