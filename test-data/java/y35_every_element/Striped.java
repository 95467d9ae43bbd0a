// Lock striping: one loop takes the lock of every element, another one gives all of them up.
package y35_every_element;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;

class Striped {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Lock[] locks;
  private final Shard[] shards;
  private final List<Shard> list;
  private final ReadWriteLock[] tables;

  Striped(Lock[] locks, Shard[] shards, List<Shard> list, ReadWriteLock[] tables) {
    this.locks = locks;
    this.shards = shards;
    this.list = list;
    this.tables = tables;
  }

  void bare(Runnable resize) {
    for (Lock lock : locks) {
      lock.lock();
    }
    try {
      resize.run();
    } finally {
      for (Lock lock : locks) {
        lock.unlock();
      }
    }
  }

  void neverReleased(Runnable resize) {
    for (Lock lock : locks) {
      lock.lock(); // expect: LockLeakOnThrow "every element of 'this.locks'"
    }
    resize.run();
  } // expect: LockLeak "every element of 'this.locks'"

  void indices() {
    for (int i = 0; i < locks.length; i++) {
      locks[i].lock();
    }
    try {
      System.out.println();
    } finally {
      for (int i = locks.length - 1; i >= 0; i--) {
        locks[i].unlock();
      }
    }
  }

  int sizes() {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    try {
      int sum = 0;
      for (int i = 0; i < shards.length; i++) {
        sum += shards[i].size;
      }
      for (Shard shard : shards) {
        sum += shard.size;
        if (sum < 0) {
          return sum;
        }
      }
      return sum + shards[0].size + shards[sum & 3].size;
    } finally {
      for (int i = 0, n = shards.length; i < n; ++i) {
        shards[i].lock.unlock();
      }
    }
  }

  int ofList() {
    int n = list.size();
    for (int i = 0; i < n; i++) {
      list.get(i).lock.lock();
    }
    try {
      return list.get(0).size + list.get(n - 1).size;
    } finally {
      for (Shard shard : list) {
        shard.lock.unlock();
      }
    }
  }

  void unlockMissing() {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    shards[0].size = 0;
  } // expect: LockLeak "'lock' of every element of 'this.shards'"

  void partialUnlock() {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    for (int i = 1; i < shards.length; i++) {
      shards[i].lock.unlock();
    }
  } // expect: LockLeak "'lock' of every element of 'this.shards'"

  void partialLock() {
    for (int i = 1; i < locks.length; i++) {
      locks[i].lock(); // expect: LockLeakOnThrow
    }
    for (Lock lock : locks) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak
}
