// A helper may take the locks of all elements, or of none, and tell which by its result.
package y73_first_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Helpers {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Shard[] shards = new Shard[8];

  private boolean tryLockAll() {
    for (int i = 0; i < shards.length; i++) {
      if (!shards[i].lock.tryLock()) {
        for (int j = 0; j < i; j++) shards[j].lock.unlock();
        return false;
      }
    }
    return true;
  }

  /** The other way round, and counted by hand. */
  private boolean isBusy() {
    int taken = 0;
    while (taken < shards.length && shards[taken].lock.tryLock()) taken++;
    if (taken == shards.length) {
      return false;
    }
    while (taken > 0) shards[--taken].lock.unlock();
    return true;
  }

  private void lockAll() {
    int i = 0;
    while (i < shards.length) shards[i++].lock.lock();
  }

  private void unlockAll() {
    for (Shard shard : shards) shard.lock.unlock();
  }

  private int total() {
    int total = 0;
    for (Shard shard : shards) total += shard.size;
    return total;
  }

  int totalIfFree() {
    if (!tryLockAll()) {
      return -1;
    }
    try {
      return total();
    } finally {
      unlockAll();
    }
  }

  int totalUnlessBusy() {
    if (isBusy()) return -1; // expect: LockLeakOnThrow
    int total = total();
    unlockAll();
    return total;
  }

  int totalInAnyCase() {
    lockAll();
    try {
      return total();
    } finally {
      unlockAll();
    }
  }

  int totalUnasked() {
    tryLockAll(); // expect: UncheckedTryLock
    int total = total(); // expect: LockNotHeld "every element"
    unlockAll();
    return total;
  }

  int totalIfNotFree() {
    if (tryLockAll()) {
      return -1; // expect: LockLeak
    }
    int total = total(); // expect: LockNotHeld
    return total;
  }

  int totalKept() {
    if (isBusy()) return -1; // expect: LockLeakOnThrow
    return total(); // expect: LockLeak "every element"
  }
}
