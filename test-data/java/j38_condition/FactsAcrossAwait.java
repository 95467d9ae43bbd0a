// What was known only because of the hold is forgotten across await: the object in a guarded field
// may be another one afterwards.
package j38_condition;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class FactsAcrossAwait {
  static final class Shard {
    @GuardedBy("this")
    int value;
  }

  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition changed = mutex.newCondition();

  @GuardedBy("mutex")
  private Shard current = new Shard();

  void replace() {
    Shard fresh = new Shard();
    mutex.lock();
    current = fresh;
    mutex.unlock();
  }

  void before() {
    mutex.lock();
    try {
      Shard shard = current;
      synchronized (shard) {
        shard.value++;
        current.value++;
      }
    } finally {
      mutex.unlock();
    }
  }

  void across() throws InterruptedException {
    mutex.lock();
    try {
      Shard shard = current;
      synchronized (shard) {
        changed.await();
        shard.value++;
        current.value++; // expect: UnguardedAccess
      }
    } finally {
      mutex.unlock();
    }
  }

  void lookedUpAgain() throws InterruptedException {
    mutex.lock();
    try {
      changed.await();
      Shard shard = current;
      synchronized (shard) {
        shard.value++;
        current.value++;
      }
    } finally {
      mutex.unlock();
    }
  }
}
