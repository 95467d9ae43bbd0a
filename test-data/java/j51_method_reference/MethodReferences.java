// A method reference is checked as the lambda it stands for.
package j51_method_reference;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

class MethodReferences {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;

    @Requires("lock")
    void reset() {
      value = 0;
    }
  }

  static final class Entry {
    final int value;

    Entry(@Requires("lock") Shard shard) {
      value = shard.value;
    }
  }

  @GuardedBy("this")
  private int total;

  @Requires("this")
  void add(int amount) {
    total += amount;
  }

  @Requires("this")
  void clear() {
    total = 0;
  }

  synchronized void takeLockAndClear() {
    total = 0;
  }

  synchronized void inlineWhileHeld(List<Integer> amounts) {
    amounts.forEach(this::add);
  }

  void inlineUnheld(List<Integer> amounts) {
    amounts.forEach(this::add); // expect: LockNotHeld "this"
  }

  synchronized void toExecutor(Executor executor) {
    executor.execute(this::clear); // expect: LockNotHeld "this"
    executor.execute(this::takeLockAndClear);
  }

  synchronized Runnable returned() {
    return this::clear; // expect: LockNotHeld "this"
  }

  static void run(@RunsInline Runnable action) {
    action.run();
  }

  void ownInline(MethodReferences other) {
    synchronized (other) {
      run(other::clear);
      run(this::clear); // expect: LockNotHeld "this"
    }
  }

  void unboundReceiver(List<Shard> shards) {
    shards.forEach(Shard::reset); // expect: LockNotHeld "lock"
  }

  List<Entry> constructor(List<Shard> shards) {
    return shards.stream()
        .map(Entry::new) // expect: LockNotHeld "lock"
        .collect(Collectors.toList());
  }

  Entry constructorCall(Shard shard) {
    shard.lock.lock();
    try {
      return new Entry(shard);
    } finally {
      shard.lock.unlock();
    }
  }

  Function<Shard, Entry> constructorLater() {
    return Entry::new; // expect: LockNotHeld "lock"
  }

  synchronized int mapped(Optional<Integer> amount) {
    return amount.map(this::plus).orElse(total);
  }

  @Requires("this")
  int plus(int amount) {
    return total + amount;
  }
}
