// A functional type whose method has a contract: every lambda of it may rely on that, every call
// of it has to keep it.
package j49_lambda;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

class FunctionalContracts {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  @FunctionalInterface
  interface Visitor {
    void visit(@Requires("lock") Shard shard);
  }

  interface Step {
    @Requires("#1.lock")
    int apply(Shard shard, int amount);
  }

  private Visitor stored = shard -> shard.value = 0;

  Visitor increment() {
    return shard -> shard.value++;
  }

  Step add() {
    return (shard, amount) -> shard.value += amount;
  }

  void store() {
    stored = shard -> shard.value--;
  }

  Visitor wrongShard(Shard other) {
    return shard -> other.value = shard.value; // expect: UnguardedAccess "other.lock"
  }

  void call(Shard shard) {
    stored.visit(shard); // expect: LockNotHeld "shard.lock"
    shard.lock.lock();
    try {
      stored.visit(shard);
    } finally {
      shard.lock.unlock();
    }
  }

  void callStep(Shard shard, Step step) {
    shard.lock.lock();
    try {
      step.apply(shard, 1);
    } finally {
      shard.lock.unlock();
    }
    step.apply(shard, 2); // expect: LockNotHeld "shard.lock"
  }

  static void incrementShard(@Requires("lock") Shard shard) {
    shard.value++;
  }

  Visitor reference() {
    return FunctionalContracts::incrementShard;
  }

  Consumer<Shard> plainConsumer() {
    return shard -> shard.value++; // expect: UnguardedAccess "shard.lock"
  }

  Consumer<Shard> plainReference() {
    return FunctionalContracts::incrementShard; // expect: LockNotHeld
  }
}
