// To call forEach on a collection is to loop over all its elements.
package y83_for_each;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

class ForEach {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final List<Lock> locks = new ArrayList<>();
  private final List<Shard> shards = new ArrayList<>();

  // ---- right

  void byReference() {
    locks.forEach(Lock::lock);
    try {
      work();
    } finally {
      locks.forEach(Lock::unlock);
    }
  }

  int byLambda() {
    shards.forEach(shard -> shard.lock.lock());
    try {
      int sum = 0;
      for (Shard shard : shards) sum += shard.size;
      shards.forEach(shard -> shard.size = 0);
      return sum;
    } finally {
      shards.forEach(
          shard -> {
            shard.lock.unlock();
          });
    }
  }

  void byLoop() {
    for (Lock lock : locks) lock.lock();
    try {
      work();
    } finally {
      locks.forEach(
          new Consumer<Lock>() {
            @Override
            public void accept(Lock lock) {
              lock.unlock();
            }
          });
    }
  }

  static void ofParameter(Set<Lock> some) {
    some.forEach(Lock::lock);
    some.forEach(Lock::unlock);
  }

  void oneByOne() {
    shards.forEach(
        shard -> {
          shard.lock.lock();
          try {
            shard.size++;
          } finally {
            shard.lock.unlock();
          }
        });
  }

  void lockAll() {
    takeAll();
    try {
      shards.forEach(shard -> shard.size++);
    } finally {
      giveAll();
    }
  }

  private void takeAll() {
    shards.forEach(shard -> shard.lock.lock());
  }

  private void giveAll() {
    shards.forEach(shard -> shard.lock.unlock());
  }

  // ---- wrong

  void lost() {
    locks.forEach(Lock::lock);
  } // expect: LockLeak

  void onThrow() {
    locks.forEach(Lock::lock); // expect: LockLeakOnThrow
    work();
    locks.forEach(Lock::unlock);
  }

  void ofOthers() {
    shards.forEach(shard -> shard.lock.lock());
    locks.forEach(Lock::unlock); // expect: ReleaseNotHeld
    shards.forEach(shard -> shard.lock.unlock());
  }

  void twice() {
    locks.forEach(Lock::lock);
    locks.forEach(Lock::unlock);
    locks.forEach(Lock::unlock); // expect: ReleaseNotHeld
  }

  void afterwards() {
    shards.forEach(shard -> shard.lock.lock());
    shards.forEach(shard -> shard.lock.unlock());
    shards.forEach(shard -> shard.size++); // expect: UnguardedAccess
  }

  void work() {}
}
