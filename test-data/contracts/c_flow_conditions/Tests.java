package c_flow_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tests of one condition in other forms: conjunctions, negations, copies, conditional expressions.
 */
final class Tests {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("second")
  private int other;

  void conjunction(int n) {
    boolean ok = lock.tryLock();
    if (ok && n > 3) {
      count = n;
    }
    if (ok) {
      lock.unlock();
    }
  }

  void negatedTwice(int n) {
    boolean ok = lock.tryLock();
    if (!(!ok)) {
      count = n;
      lock.unlock();
    }
  }

  void copied(int n) {
    boolean ok = lock.tryLock();
    boolean same = ok;
    if (same) {
      count = n;
    }
    if (ok) {
      lock.unlock();
    }
  }

  int conditional(int n) {
    boolean ok = lock.tryLock();
    int result = ok ? count : n;
    if (ok) {
      lock.unlock();
    }
    return result;
  }

  void two(int n) {
    boolean first = lock.tryLock();
    boolean next = second.tryLock();
    if (first) {
      count = n;
    }
    if (next) {
      other = n;
      count = n; // expect: UnguardedAccess "lock"
    }
    if (first) {
      lock.unlock();
    }
    if (next) {
      second.unlock();
    }
  }

  void both(int n) {
    if (lock.tryLock()) {
      if (second.tryLock()) {
        count = n;
        other = n;
        second.unlock();
      }
      lock.unlock();
    }
  }

  void bothInOneCondition(int n) {
    if (lock.tryLock() && second.tryLock()) {
      count = n;
      other = n;
      second.unlock();
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void notShortCircuit(boolean enabled, int n) {
    if (enabled & lock.tryLock()) {
      count = n;
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void either(int n) {
    if (lock.tryLock() || second.tryLock()) {
      count = n; // expect: UnguardedAccess "lock"
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      } else {
        second.unlock();
      }
    }
  }

  void retried(int n) {
    boolean ok = false;
    while (!ok) {
      ok = lock.tryLock();
    }
    count = n;
    lock.unlock();
  }

  void onceMore(int n) {
    boolean ok = lock.tryLock();
    if (!ok) {
      ok = lock.tryLock();
    }
    if (ok) {
      count = n;
      lock.unlock();
    }
  }

  void fallback(boolean wait, int n) {
    boolean ok;
    if (wait) {
      lock.lock();
      ok = true;
    } else {
      ok = lock.tryLock();
    }
    if (ok) {
      count = n;
      lock.unlock();
    }
  }

  void staleAfterUnlock(int n) {
    boolean ok = lock.tryLock();
    if (ok) {
      lock.unlock();
    }
    if (ok) {
      count = n; // expect: UnguardedAccess "lock"
    }
  }

  /** Where the tried hold succeeds without the first, the two paths hold the lock as often. */
  void takenOnACondition(boolean early, int n) {
    if (early) {
      lock.lock();
    }
    try {
      if (lock.tryLock()) {
        try {
          count = n;
        } finally {
          lock.unlock();
        }
      }
    } finally {
      if (early) {
        lock.unlock();
      }
    }
  }

  void takenOnTwoConditions(boolean early, boolean late, int n) {
    if (early) {
      lock.lock();
    }
    if (late) {
      lock.lock();
    }
    if (late) {
      count = n;
      lock.unlock();
    }
    if (early) {
      count = n;
      lock.unlock();
    }
  }

  void takenOnTwoAndUsedOnNone(boolean early, boolean late, int n) {
    if (early) {
      lock.lock();
    }
    if (late) {
      lock.lock();
    }
    count = n; // expect: UnguardedAccess "lock"
    if (late) {
      lock.unlock();
    }
    if (early) {
      lock.unlock();
    }
  }

  void takenOnOneAndGivenUpOnTheOther(boolean early, boolean late, boolean never) {
    if (early) {
      lock.lock();
    }
    if (late) {
      lock.lock();
    }
    if (never) {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }
}
