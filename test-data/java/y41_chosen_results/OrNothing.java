package y41_chosen_results;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock, or an object with one, that is chosen or left out: where it is there, it is that one. */
final class OrNothing {
  private final ReentrantLock own = new ReentrantLock();

  @GuardedBy("own")
  private int count;

  void byFlag(boolean needed) {
    Lock lock = needed ? own : null;
    if (lock != null) {
      lock.lock();
    }
    try {
      if (needed) {
        count = 2;
      }
    } finally {
      if (lock != null) {
        lock.unlock();
      }
    }
  }

  void byLock(boolean unneeded) {
    Lock lock = unneeded ? null : own;
    if (lock != null) {
      lock.lock();
      count = 3;
      lock.unlock();
    }
    count = 5; // expect: UnguardedAccess "own"
  }

  void object(boolean needed, OrNothing other) {
    OrNothing chosen = needed ? other : null;
    if (chosen != null) {
      chosen.own.lock();
    }
    try {
      if (chosen != null) {
        other.count = 7;
      }
    } finally {
      if (chosen != null) {
        chosen.own.unlock();
      }
    }
  }

  void oneOfTwo(int k, OrNothing a, OrNothing b) {
    Lock lock = k == 0 ? a.own : k == 1 ? b.own : null;
    if (lock == null) {
      return;
    }
    lock.lock();
    try {
      if (k == 0) {
        a.count = 9;
      } else {
        b.count = 11;
      }
    } finally {
      lock.unlock();
    }
  }

  void wrongWayRound(boolean needed) {
    Lock lock = needed ? null : own;
    if (lock != null) {
      lock.lock();
    }
    try {
      if (needed) {
        count = 13; // expect: UnguardedAccess "own"
      }
    } finally {
      if (lock != null) {
        lock.unlock();
      }
    }
  }

  void always(boolean needed) {
    Lock lock = needed ? own : null;
    if (lock != null) {
      lock.lock();
    }
    try {
      count = 15; // expect: UnguardedAccess "some of the paths"
    } finally {
      if (lock != null) {
        lock.unlock();
      }
    }
  }

  void leftHeld(boolean needed) {
    Lock lock = needed ? own : null;
    if (lock != null) {
      lock.lock();
    }
    if (needed) {
      count = 17;
    }
  } // expect: LockLeak "own"
}
