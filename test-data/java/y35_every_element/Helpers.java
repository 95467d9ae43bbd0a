// Methods that are called while the lock of every element is held, and helpers that take it: no
// contract can say so, and what they do is seen by their callers.
package y35_every_element;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Helpers {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Shard[] shards = {new Shard(), new Shard()};
  private volatile Shard[] table = shards;

  private int at(int index) {
    return shards[index].size;
  }

  private int sum() {
    int sum = 0;
    for (int i = 0; i < shards.length; i++) {
      sum += shards[i].size;
    }
    return sum;
  }

  private void clear() {
    for (Shard shard : shards) {
      shard.size = 0;
    }
  }

  private void lockAll() {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
  }

  private void unlockAll() {
    for (int i = shards.length - 1; i >= 0; i--) {
      shards[i].lock.unlock();
    }
  }

  int split() {
    lockAll();
    try {
      clear();
      return at(0) + sum() + shards[1].size;
    } finally {
      unlockAll();
    }
  }

  int splitTooSoon() {
    lockAll();
    unlockAll();
    return at(1); // expect: LockNotHeld "shards[1].lock"
  }

  private void lockSome(boolean all) {
    if (all) {
      for (Shard shard : shards) {
        shard.lock.lock();
      }
    }
  } // expect: LockLeak "every element"

  private void unlockUntil(int size) {
    for (Shard shard : shards) {
      if (shard.size == size) {
        break;
      }
      shard.lock.unlock(); // expect: ReleaseNotHeld "declare @Releases"
    }
  }

  private void lockUncalled() {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
  } // expect: LockLeak "every element"

  int lockedOnly() {
    lockAll(); // expect: LockLeakOnThrow
    return shards[0].size; // expect: LockLeak "every element"
  }

  void unlockedOnly() {
    unlockAll(); // expect: LockNotHeld "every element"
  }

  void unlockedTwice() {
    lockAll();
    unlockAll();
    unlockAll(); // expect: LockNotHeld "every element"
  }

  void mixed(boolean all) {
    lockSome(all);
    unlockUntil(1); // expect: LockNotHeld "every element"
  }

  int unlocked() {
    clear(); // expect: LockNotHeld "'lock' of every element of 'this.shards'"
    return sum(); // expect: LockNotHeld "'lock' of every element of 'this.shards'"
  }

  int direct(int i) {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    try {
      clear();
      return at(i) + sum();
    } finally {
      for (Shard shard : shards) {
        shard.lock.unlock();
      }
    }
  }

  int copied() {
    Shard[] now = table;
    for (Shard shard : now) {
      shard.lock.lock();
    }
    try {
      table = new Shard[0];
      int sum = 0;
      for (Shard shard : now) {
        sum += shard.size;
      }
      return sum + now[0].size + table[0].size; // expect: UnguardedAccess "table[0].lock"
    } finally {
      for (Shard shard : now) {
        shard.lock.unlock();
      }
    }
  }

  static final class Table {
    final Shard[] shards = {new Shard(), new Shard()};
  }

  private volatile Table current = new Table();

  int throughCopy() {
    Table now = current;
    for (Shard shard : now.shards) {
      shard.lock.lock();
    }
    try {
      return now.shards[0].size;
    } finally {
      for (Shard shard : now.shards) {
        shard.lock.unlock();
      }
    }
  }

  int movedCopy() {
    Table now = current;
    for (Shard shard : now.shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    now = current = new Table();
    return now.shards[0].size; // expect: UnguardedAccess, LockLeak
  }

  void throughField() {
    for (Shard shard : current.shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard shard : current.shards) {
      shard.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak
}
