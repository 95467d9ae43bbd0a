// A lock is handed on only where the next one is another one: turn after turn it may be kept.
package y22_hand_over_hand;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

abstract class Kept {
  static final class Segment {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int hits;
  }

  private final Segment[] segments = new Segment[4];

  abstract ReentrantLock find(int i);

  abstract boolean more();

  private Segment segment(int i) {
    return segments[i / 8];
  }

  // ---- right

  void untilFound() {
    ReentrantLock locked = null;
    try {
      for (int i = 0; i < 8; i++) {
        ReentrantLock next = find(i);
        if (next != locked) {
          if (locked != null) {
            locked.unlock();
          }
          locked = next;
          locked.lock();
        }
        if (more()) {
          break;
        }
      }
    } finally {
      if (locked != null) {
        locked.unlock();
      }
    }
  }

  void always() {
    ReentrantLock locked = find(0);
    locked.lock();
    try {
      while (more()) {
        ReentrantLock next = find(1);
        if (locked == next) {
          continue;
        }
        locked.unlock();
        next.lock();
        locked = next;
      }
    } finally {
      locked.unlock();
    }
  }

  void guarded() {
    Segment locked = null;
    try {
      for (int i = 0; i < 8; i++) {
        Segment segment = segment(i);
        if (segment != locked) {
          if (locked != null) {
            locked.lock.unlock();
          }
          locked = segment;
          locked.lock.lock();
        }
        if (locked != null) {
          locked.hits++;
          segment.hits++;
        }
      }
    } finally {
      if (locked != null) {
        locked.lock.unlock();
      }
    }
  }

  // ---- wrong

  void notGivenUp() {
    ReentrantLock locked = null;
    for (int i = 0; i < 8; i++) {
      ReentrantLock next = find(i);
      if (next != locked) {
        locked = next;
        locked.lock(); // expect: LockLeakOnThrow
      }
    }
    if (locked != null) {
      locked.unlock();
    }
  } // expect: LockLeak

  void notTaken() {
    ReentrantLock locked = find(0);
    locked.lock();
    try {
      while (more()) {
        ReentrantLock next = find(1);
        if (next != locked) {
          locked.unlock(); // expect: ReleaseNotHeld
          locked = next;
        }
      }
    } finally {
      locked.unlock(); // expect: ReleaseNotHeld
    }
  }

  void another() {
    Segment locked = null;
    try {
      for (int i = 0; i < 8; i++) {
        Segment segment = segment(i);
        if (segment != locked) {
          if (locked != null) {
            locked.lock.unlock();
            locked.hits++; // expect: UnguardedAccess
          }
          locked = segment;
          locked.lock.lock();
        }
      }
    } finally {
      if (locked != null) {
        locked.lock.unlock();
      }
    }
  }
}
