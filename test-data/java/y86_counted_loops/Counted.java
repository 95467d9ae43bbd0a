// A loop over indices is known by what it counts, whatever its form.
package y86_counted_loops;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;

class Counted {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Shard[] shards = new Shard[8];

  // ---- right

  boolean rollBackUpwards(Lock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        int j = 0;
        while (j < i) {
          locks[j].unlock();
          j++;
        }
        return false;
      }
    }
    for (Lock lock : locks) lock.unlock();
    return true;
  }

  boolean rollBackInOneStatement(Lock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        int j = 0;
        while (j != i) locks[j++].unlock();
        return false;
      }
    }
    for (Lock lock : locks) lock.unlock();
    return true;
  }

  void upwards(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    try {
      work();
    } finally {
      int j = 0;
      while (locks.length > j) {
        locks[j].unlock();
        j += 1;
      }
    }
  }

  void downwards(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    try {
      work();
    } finally {
      int j = locks.length - 1;
      while (j >= 0) {
        locks[j].unlock();
        j--;
      }
    }
  }

  void downwardsAhead(List<Lock> locks) {
    for (Lock lock : locks) lock.lock();
    try {
      work();
    } finally {
      int j = locks.size();
      while (j > 0) {
        j = j - 1;
        locks.get(j).unlock();
      }
    }
  }

  void withoutDeclaration(Lock[] locks) {
    int j;
    for (j = 0; j < locks.length; j++) locks[j].lock();
    try {
      work();
    } finally {
      for (j = locks.length; j > 0; j--) locks[j - 1].unlock();
    }
  }

  int sum() {
    int j = 0;
    while (j < shards.length) {
      shards[j].lock.lock();
      j++;
    }
    try {
      int sum = 0;
      int i = shards.length;
      while (i > 0) sum += shards[--i].size;
      return sum;
    } finally {
      while (--j >= 0) shards[j].lock.unlock();
    }
  }

  void upToLast(Lock[] locks) {
    int last = locks.length - 1;
    for (int i = 0; i <= last; i++) locks[i].lock();
    try {
      work();
    } finally {
      for (int i = last; i >= 0; i--) locks[i].unlock();
    }
  }

  int upTo(int stripe) {
    for (int i = 0; i <= stripe; i++) shards[i].lock.lock();
    try {
      return shards[stripe].size;
    } finally {
      for (int i = 0; i <= stripe; i++) shards[i].lock.unlock();
    }
  }

  void highest(Lock[] locks) {
    int highest = -1;
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) break;
      highest = i;
    }
    for (int j = 0; j <= highest; j++) locks[j].unlock();
  }

  void highestInAnyCase(Lock[] locks) {
    int highest = -1;
    try {
      for (int i = 0; i < locks.length; i++) {
        locks[i].lock();
        highest = i;
      }
      work();
    } finally {
      for (int j = highest; j >= 0; j--) locks[j].unlock();
    }
  }

  // ---- wrong

  void oneTooMany(Lock[] locks, int n) {
    for (int i = 0; i < n; i++) locks[i].lock();
    int j = 0;
    while (j <= n) {
      locks[j].unlock(); // expect: ReleaseNotHeld
      j++;
    }
  } // expect: LockLeak

  void fromOne(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    int j = 1;
    while (j < locks.length) {
      locks[j].unlock();
      j++;
    }
  } // expect: LockLeak

  void toOne(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    int j = locks.length - 1;
    while (j > 0) {
      locks[j].unlock();
      j--;
    }
  } // expect: LockLeak

  void everySecond(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    int j = 0;
    while (j < locks.length) {
      locks[j].unlock();
      j += 2;
    }
  } // expect: LockLeak

  void skipping(Lock[] locks) {
    for (Lock lock : locks) lock.lock();
    int j = locks.length;
    while (j > 0) {
      j--;
      if (j % 2 == 0) continue;
      locks[j].unlock();
    }
  } // expect: LockLeak

  void others(Lock[] locks, Lock[] others) {
    for (Lock lock : locks) lock.lock();
    int j = locks.length;
    while (j > 0) {
      j--;
      others[j].unlock(); // expect: ReleaseNotHeld
    }
  }

  void otherMode(ReadWriteLock[] locks) {
    for (ReadWriteLock lock : locks) lock.readLock().lock();
    int j = 0;
    while (j < locks.length) {
      locks[j].writeLock().unlock(); // expect: ReleaseNotHeld
      j++;
    }
  }

  void throwing(Lock[] locks) {
    for (Lock lock : locks) lock.lock(); // expect: LockLeakOnThrow
    int j = 0;
    while (j < locks.length) {
      work();
      locks[j].unlock();
      j++;
    }
  }

  void belowLast(Lock[] locks) {
    int last = locks.length - 1;
    for (int i = 0; i <= last; i++) locks[i].lock();
    for (int i = 0; i < last; i++) locks[i].unlock();
  } // expect: LockLeak

  void belowHighest(Lock[] locks) {
    int highest = -1;
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) break;
      highest = i;
    }
    for (int j = 0; j < highest; j++) locks[j].unlock();
  } // expect: LockLeak

  void highestBefore(Lock[] locks) {
    int highest = -1;
    for (int i = 0; i < locks.length; i++) {
      highest = i;
      if (!locks[i].tryLock()) break;
    }
    for (int j = 0; j <= highest; j++) locks[j].unlock(); // expect: ReleaseNotHeld
  }

  int beyond(int stripe) {
    for (int i = 0; i <= stripe; i++) shards[i].lock.lock();
    try {
      return shards[stripe + 1].size; // expect: UnguardedAccess
    } finally {
      for (int i = 0; i <= stripe; i++) shards[i].lock.unlock();
    }
  }

  static native void work();
}
