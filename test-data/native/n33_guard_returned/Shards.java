package n33;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** The lock of the returned object itself is held on return. */
final class Shards {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Shard even = new Shard();
  private final Shard odd = new Shard();

  @Acquires("return.lock")
  Shard take(int key) {
    Shard shard = key == 0 ? even : odd;
    shard.lock.lock();
    return shard;
  }

  @Acquires("return.lock")
  Shard notTaken(int key) {
    Shard shard = key == 0 ? even : odd;
    return shard; // expect: BrokenContract "lock"
  }

  void use(int key) {
    Shard shard = take(key);
    try {
      shard.size = 3;
    } finally {
      shard.lock.unlock();
    }
    shard.size = 5; // expect: UnguardedAccess "shard.lock"
  }

  void useOfAnother(int key) {
    Shard shard = take(key);
    try {
      even.size = 3; // expect: UnguardedAccess "even.lock"
    } finally {
      shard.lock.unlock();
    }
  }
}
