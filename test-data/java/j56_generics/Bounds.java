// A contract path resolves through the bound of a type variable and through wildcards, as for the
// erased type.
package j56_generics;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Bounds {
  static class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;

    @Requires("lock")
    void reset() {
      value = 0;
    }
  }

  static class Wide extends Shard {
    @GuardedBy("lock")
    int extra;
  }

  static <T extends Shard> void bounded(T shard) {
    shard.lock.lock();
    try {
      shard.value++;
      shard.reset();
    } finally {
      shard.lock.unlock();
    }
    shard.value--; // expect: UnguardedAccess "shard.lock"
  }

  static <T extends Wide> int required(@Requires("lock") T wide, T other) {
    return wide.value
        + wide.extra
        + other.extra; // expect: UnguardedAccess "other.lock"
  }

  static void wildcard(List<? extends Shard> shards) {
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        shard.value++;
      } finally {
        shard.lock.unlock();
      }
    }
    for (var shard : shards) {
      shard.value++; // expect: UnguardedAccess "shard.lock"
    }
  }

  static class Box<T extends Shard> {
    final T shard;

    @GuardedBy("shard.lock")
    int uses;

    Box(T shard) {
      this.shard = shard;
    }

    void use() {
      shard.lock.lock();
      try {
        shard.value++;
        uses++;
      } finally {
        shard.lock.unlock();
      }
      uses++; // expect: UnguardedAccess "shard.lock"
    }
  }

  static void instantiated(Box<Wide> box) {
    box.shard.lock.lock();
    try {
      box.uses++;
      box.shard.extra++;
      box.shard.reset();
    } finally {
      box.shard.lock.unlock();
    }
    box.shard.extra++; // expect: UnguardedAccess "box.shard.lock"
    required(box.shard, box.shard); // expect: LockNotHeld "box.shard.lock"
  }
}
