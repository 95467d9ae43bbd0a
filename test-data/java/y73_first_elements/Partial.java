// The same with a mistake each: what is given back is not what was taken.
package y73_first_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Partial {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;
  }

  private final Shard[] shards = new Shard[8];

  void work() {}

  void startsTooLate(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 1; i < n; i++) locks[i].unlock();
  } // expect: LockLeak

  void goesTooFar(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 0; i <= n; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  boolean leavesTheFirst(ReentrantLock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        for (int j = 1; j < i; j++) locks[j].unlock();
        return false; // expect: LockLeak
      }
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  boolean leavesAll(ReentrantLock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        return false; // expect: LockLeak
      }
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  boolean stopsTooSoon(ReentrantLock[] locks) {
    int taken = 0;
    try {
      while (taken < locks.length && locks[taken].tryLock()) taken++;
      return taken == locks.length; // expect: LockLeak
    } finally {
      while (taken > 1) locks[--taken].unlock();
    }
  }

  boolean endsTooLate(ReentrantLock[] locks) {
    int taken = 0;
    try {
      while (taken < locks.length && locks[taken].tryLock()) taken++;
      return taken == locks.length;
    } finally {
      while (taken >= 0) locks[taken--].unlock(); // expect: ReleaseNotHeld
    }
  }

  boolean leavesTheFirstToo(ReentrantLock[] locks) {
    int i = 0;
    for (; i < locks.length; i++) {
      if (!locks[i].tryLock()) break;
    }
    if (i < locks.length) {
      while (--i > 0) locks[i].unlock();
      return false; // expect: LockLeak
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  void accessAtCount() {
    int taken = 0;
    try {
      for (Shard s : shards) {
        s.lock.lock();
        taken++;
      }
      shards[taken].n++; // expect: UnguardedAccess
    } finally {
      for (int i = 0; i < taken; i++) shards[i].lock.unlock();
    }
    shards[0].n++; // expect: UnguardedAccess
  }

  void accessOutside() {
    int taken = 0;
    try {
      for (Shard s : shards) {
        s.n++; // expect: UnguardedAccess
        s.lock.lock();
        taken++;
      }
      for (int i = 0; i < taken; i++) {
        shards[i].lock.unlock();
        shards[i].n++; // expect: UnguardedAccess
      }
    } finally {
      work();
    }
  }

  void countsSome(ReentrantLock[] locks, boolean b) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      if (b) n++;
    }
    for (int i = 0; i < n; i++) locks[i].unlock();
  } // expect: LockLeak

  void anotherNumber(ReentrantLock[] locks, int m) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 0; i < m; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void others(ReentrantLock[] locks, ReentrantLock[] others) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 0; i < n; i++) others[i].unlock(); // expect: ReleaseNotHeld
  }

  void locksSome(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      n++;
      if (l.hashCode() > 3) l.lock(); // expect: LockLeakOnThrow
    }
    for (int i = 0; i < n; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void countsTwice(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
      n++;
    }
    for (int i = 0; i < n; i++) locks[i].unlock();
  } // expect: LockLeak

  void countsFromOne(ReentrantLock[] locks) {
    int n = 1;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 0; i < n; i++) locks[i].unlock();
  } // expect: LockLeak

  void replacesOne(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock(); // expect: LockLeakOnThrow
      n++;
    }
    locks[0] = new ReentrantLock();
    for (int i = 0; i < n; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  }

  void replacesAll(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    locks = new ReentrantLock[3];
    for (int i = 0; i < n; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  }

  void countsDown(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    n--;
    for (int i = 0; i < n; i++) locks[i].unlock();
  } // expect: LockLeak

  void twice(ReentrantLock[] locks) {
    int n = 0;
    for (ReentrantLock l : locks) {
      l.lock();
      n++;
    }
    for (int i = 0; i < n; i++) locks[i].unlock();
    for (int i = 0; i < n; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  }

  void oneLess(ReentrantLock[] locks, int k) {
    for (int i = 0; i < k; i++) locks[i].lock();
    for (int i = 0; i < k - 1; i++) locks[i].unlock();
  } // expect: LockLeak

  void everySecond(ReentrantLock[] locks, int k) {
    for (int i = 0; i < k; i += 2) locks[i].lock(); // expect: LockLeakOnThrow
    for (int i = 0; i < k; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void fromOne(ReentrantLock[] locks, int k) {
    for (int i = 1; i < k; i++) locks[i].lock(); // expect: LockLeakOnThrow
    for (int i = 0; i < k; i++) locks[i].unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void offByOne(ReentrantLock[] locks, int k) {
    for (int i = 0; i < k; i++) locks[i].lock();
    while (k > 0) locks[k--].unlock(); // expect: ReleaseNotHeld
  }

  void countsFirst(ReentrantLock[] locks) {
    int n = 0;
    try {
      while (n < locks.length) {
        n++;
        work();
        locks[n - 1].lock();
      }
    } finally {
      while (n > 0) locks[--n].unlock(); // expect: ReleaseNotHeld
    }
  }
}
