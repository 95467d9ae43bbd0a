// A counter that has reached the size stands for it; nothing is visited where there is nothing.
package y73_first_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Sizes {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;
  }

  void work() {}

  // a condition that takes, and gives up in two ways
  void upwards(ReentrantLock[] all) {
    int n = 0;
    while (n < all.length && all[n].tryLock()) n++;
    for (int i = 0; i < n; i++) all[i].unlock();
  }

  void downwards(ReentrantLock[] all) {
    int n = 0;
    for (; n != all.length && all[n].tryLock(); n++) {}
    for (int i = n; i > 0; i--) all[i - 1].unlock();
  }

  void byTheCounter(Shard[] all) {
    int n = 0;
    while (all.length > n && all[n].lock.tryLock()) n++;
    while (n > 0) {
      all[n - 1].lock.unlock();
      n--;
    }
  }

  void upwardsFromOne(ReentrantLock[] all) {
    int n = 0;
    while (n < all.length && all[n].tryLock()) n++;
    for (int i = 1; i < n; i++) all[i].unlock();
  } // expect: LockLeak

  void downwardsToOne(ReentrantLock[] all) {
    int n = 0;
    for (; n != all.length && all[n].tryLock(); n++) {}
    for (int i = n; i > 1; i--) all[i - 1].unlock();
  } // expect: LockLeak

  void byTheCounterTooFar(Shard[] all) {
    int n = 0;
    while (all.length > n && all[n].lock.tryLock()) n++;
    while (n > 0) {
      all[n].lock.unlock(); // expect: ReleaseNotHeld
      n--;
    }
  }

  // none at all, as the number may be negative
  void downFromNumber(ReentrantLock[] all, int k) {
    for (int i = 0; i < k; i++) all[i].lock();
    while (--k >= 0) all[k].unlock();
  }

  void downFromOneLess(ReentrantLock[] all, int k) {
    for (int i = 0; i < k; i++) all[i].lock();
    for (int i = k - 1; i >= 0; i--) all[i].unlock();
  }

  void downFromSize(ReentrantLock[] all) {
    int n = 0;
    while (n < all.length) {
      all[n].lock();
      n++;
    }
    for (int i = all.length - 1; i >= 0; i--) all[i].unlock();
  }

  void downToOne(ReentrantLock[] all, int k) {
    for (int i = 0; i < k; i++) all[i].lock();
    while (--k > 0) all[k].unlock();
  } // expect: LockLeak

  void downFromNumberItself(ReentrantLock[] all, int k) {
    for (int i = 0; i < k; i++) all[i].lock();
    for (int i = k; i >= 0; i--) all[i].unlock(); // expect: ReleaseNotHeld
  }

  // all of them, visited by the counter first, or by the size
  void counterThenSize(Shard[] all) {
    int n = 0;
    boolean done = false;
    try {
      for (Shard s : all) {
        s.lock.lock();
        n++;
        work();
      }
      for (int i = 0; i < n; i++) all[i].n++;
      done = true;
    } finally {
      if (!done) {
        while (--n >= 0) all[n].lock.unlock();
      }
    }
    for (Shard s : all) s.lock.unlock();
  }

  void sizeThenCounter(List<Shard> all) {
    int n = 0;
    for (Shard s : all) {
      s.lock.lock(); // expect: LockLeakOnThrow
      n++;
    }
    for (int i = 0; i < all.size(); i++) all.get(i).n++;
    for (int i = 0; i < n; i++) all.get(i).lock.unlock();
  }

  void sizeThenCounterDown(Shard[] all) {
    int n = 0;
    do {
      all[n].lock.lock();
      n++;
    } while (n != all.length);
    for (int i = 0; i < all.length; i++) all[i].n++;
    while (n-- > 0) all[n].lock.unlock();
  }

  void counterThenSizeOfOthers(Shard[] all, Shard[] others) {
    int n = 0;
    for (Shard s : all) {
      s.lock.lock();
      n++;
    }
    for (int i = 0; i < n; i++) all[i].n++;
    for (Shard s : others) s.lock.unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void sizeThenOneLess(Shard[] all) {
    int n = 0;
    for (Shard s : all) {
      s.lock.lock(); // expect: LockLeakOnThrow
      n++;
    }
    for (int i = 0; i < all.length; i++) all[i].n++;
    n--;
    for (int i = 0; i < n; i++) all[i].lock.unlock();
  } // expect: LockLeak

  // some were given up before; which ones is not known any more
  void again(ReentrantLock[] all) {
    int n = 0;
    while (n < all.length && all[n].tryLock()) n++;
    for (int i = 1; i < n; i++) all[i].unlock();
    for (int i = 0; i < n; i++) all[i].unlock();
  } // expect: LockLeak

  // a turn of a loop over all elements is one in which not all were counted
  void asksForMore(List<Shard> all) {
    int n = 0;
    try {
      for (Shard s : all) {
        s.lock.lock();
        n++;
        if (n < all.size()) work();
      }
    } finally {
      for (int i = 0; i < n; i++) all.get(i).lock.unlock();
    }
  }

  void usesTheNext(List<Shard> all) {
    int n = 0;
    try {
      for (Shard s : all) {
        s.lock.lock();
        n++;
        if (n < all.size()) all.get(n).n++; // expect: UnguardedAccess
      }
    } finally {
      for (int i = 0; i < n; i++) all.get(i).lock.unlock();
    }
  }
}
