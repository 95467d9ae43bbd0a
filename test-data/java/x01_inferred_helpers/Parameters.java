// Requirements on parameters are translated to the caller's arguments; a need that no caller could
// name stays in the body.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

class Parameters {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();
    Shard next;

    @GuardedBy("lock")
    int value;
  }

  private final List<Shard> shards = new CopyOnWriteArrayList<>();
  private final Supplier<Shard> source;

  Parameters(Supplier<Shard> source) {
    this.source = source;
  }

  private static void bump(Shard shard) {
    shard.value++;
  }

  private static void move(Shard from, Shard to) {
    from.value--;
    bump(to);
  }

  private void bumpAny() {
    Shard any = source.get();
    any.value++; // expect: UnguardedAccess "any.lock"
  }

  void callers(Shard a, Shard b) {
    a.lock.lock();
    try {
      bump(a);
      bump(b); // expect: LockNotHeld "b.lock"
      move(a, a);
      move(b, a); // expect: LockNotHeld "b.lock"
      move(a, b); // expect: LockNotHeld "b.lock"
    } finally {
      a.lock.unlock();
    }
    bumpAny();
  }

  void localArgument() {
    Shard first = source.get();
    Shard local = first;
    first.lock.lock();
    try {
      bump(local);
      local = source.get();
      bump(local); // expect: LockNotHeld "local.lock"
    } finally {
      first.lock.unlock();
    }
  }

  void everyElement() {
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        bump(shard);
      } finally {
        shard.lock.unlock();
      }
      bump(shard); // expect: LockNotHeld "shard.lock"
    }
  }
}
