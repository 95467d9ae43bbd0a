// Locks that belong to the element at hand: each turn has its own.
package y01_loops;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Elements {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();
    Shard next;

    @GuardedBy("lock")
    int value;
  }

  void each(List<Shard> shards) {
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        shard.value++;
      } finally {
        shard.lock.unlock();
      }
    }
  }

  void array(Shard[] shards) {
    for (int i = 0; i < shards.length; i++) {
      shards[i].lock.lock();
      try {
        shards[i].value++;
      } finally {
        shards[i].lock.unlock();
      }
    }
  }

  void previous(List<Shard> shards) {
    Shard previous = null;
    for (Shard shard : shards) {
      synchronized (shard) {
        shard.lock.lock();
        try {
          shard.value++;
          if (previous != null) {
            previous.value--; // expect: UnguardedAccess "previous.lock"
          }
        } finally {
          shard.lock.unlock();
        }
      }
      previous = shard;
    }
  }

  void movedInside(Shard shard) {
    shard.lock.lock();
    try {
      shard.value++;
      Shard moved = shard.next;
      moved.value++; // expect: UnguardedAccess "moved.lock"
    } finally {
      shard.lock.unlock();
    }
  }

  void walk(Shard shard) {
    Shard current = shard;
    while (current != null) {
      Shard here = current;
      here.lock.lock();
      try {
        here.value++;
        current = here.next;
      } finally {
        here.lock.unlock();
      }
    }
  }

  void walkTooFar(Shard shard) {
    Shard current = shard;
    Shard first = shard;
    first.lock.lock();
    try {
      current.value++;
      current = current.next;
      current.value++; // expect: UnguardedAccess "current.lock"
      first.value++;
    } finally {
      first.lock.unlock();
    }
  }

  void takeAll(List<Shard> shards) {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
  } // expect: LockLeak "'lock' of every element of 'shards'"
}
