package y60_kept_locked;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** One of several locked objects goes on under another name: chosen from two, or kept for turns. */
final class Kept {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();
    int rank;

    @GuardedBy("lock")
    int count;

    @Requires("lock")
    void hit() {}
  }

  private Node poll() {
    return queue[cursor++];
  }

  private static native Node other();

  private final Node[] queue = {new Node(), new Node()};
  private int cursor;

  void chosen(Node first, Node second) {
    Node a = first.rank > 0 ? poll() : null;
    Node b = poll();
    if (a == null || b == null) {
      return;
    }
    a.lock.lock();
    b.lock.lock();
    try {
      Node c = a.rank > b.rank ? a : b;
      c.count++;
      c.hit();
      Node d;
      if (a.rank > 3) {
        d = a;
      } else {
        d = b;
      }
      d.count++;
      Node e = a;
      if (b.rank > 4) {
        e = b;
      }
      e.count++;
      (a.rank > 5 ? a : b).count++;
    } finally {
      b.lock.unlock();
      a.lock.unlock();
    }
  }

  void chosenFromThree() {
    Node a = poll();
    Node b = poll();
    Node f = poll();
    if (a == null || b == null || f == null) {
      return;
    }
    a.lock.lock();
    b.lock.lock();
    try {
      Node c = a.rank > b.rank ? a : f;
      c.count++; // expect: UnguardedAccess "lock"
      Node e = f;
      if (b.rank > 4) {
        e = b;
      }
      e.hit(); // expect: LockNotHeld "lock"
    } finally {
      b.lock.unlock();
      a.lock.unlock();
    }
  }

  void oneIsReleased() {
    Node a = poll();
    Node b = poll();
    if (a == null || b == null) {
      return;
    }
    a.lock.lock();
    b.lock.lock();
    try {
      Node c = a.rank > b.rank ? a : b;
      c.count++;
      if (c != a) {
        return;
      }
      c.hit();
    } finally {
      b.lock.unlock();
      a.lock.unlock();
    }
    a.count++; // expect: UnguardedAccess "released"
  }

  void inTurns(int turns) {
    Node a = poll();
    Node b = poll();
    if (a == null || b == null) {
      return;
    }
    a.lock.lock();
    b.lock.lock();
    try {
      Node most = a;
      for (int i = 0; i < turns; i++) {
        if (b.rank > i) {
          most = b;
        }
        most.count++;
      }
      most.count++;
    } finally {
      b.lock.unlock();
      a.lock.unlock();
    }
  }

  void best(int turns) {
    Node best = poll();
    best.lock.lock();
    try {
      for (int i = 0; i < turns; i++) {
        Node next = queue[i];
        Node other = poll();
        if (other.rank > best.rank) {
          best.lock.unlock();
          other.lock.lock();
          best = other;
        } else if (next.rank > best.rank) {
          best.lock.unlock();
          next.lock.lock();
          best = next;
        }
        best.count++;
        best.hit();
      }
      best.count++;
    } finally {
      best.lock.unlock();
    }
  }

  void bestUnlocked(int turns) {
    Node best = poll();
    best.lock.lock();
    try {
      for (int i = 0; i < turns; i++) {
        Node other = poll();
        if (other.rank > best.rank) {
          best.lock.unlock();
          best = other;
        }
        best.count++; // expect: UnguardedAccess "only some of the paths"
      }
    } finally {
      best.lock.unlock();
    }
  }

  void bestOfTwo(int turns) {
    Node best = poll();
    Node second = null;
    best.lock.lock();
    try {
      for (int i = 0; i < turns; i++) {
        Node other = poll();
        if (other.rank > best.rank) {
          other.lock.lock();
          best.lock.unlock();
          second = best;
          best = other;
        }
        best.count++;
      }
      if (second != null) {
        second.count++; // expect: UnguardedAccess "lock"
      }
      best.count++;
    } finally {
      best.lock.unlock();
    }
  }

  void foundToBeTheSame(Node best, Node last, int[] steps) {
    best.lock.lock();
    try {
      for (int step : steps) {
        if (step > 3) {
          if (best != last) {
            return;
          }
        } else if (step > 0) {
          Node next = other();
          if (next != null) {
            next.lock.lock();
            best.lock.unlock();
            best = next;
          }
          last = other();
          best.hit();
          best.count++;
        }
      }
    } finally {
      best.lock.unlock();
    }
  }

  void foundToBeTheSameOnce(Node best, Node last, int[] steps) {
    best.lock.lock();
    try {
      for (int step : steps) {
        if (step > 3) {
          if (best != last) {
            return;
          }
        } else if (step > 0) {
          Node next = other();
          if (next != null) {
            next.lock.lock();
            best.lock.unlock();
            best = next;
          }
          last.count++; // expect: UnguardedAccess "lock"
          last = other();
          last.hit(); // expect: LockNotHeld "lock"
          best.hit();
        }
      }
    } finally {
      best.lock.unlock();
    }
  }

  void comparedWithOneOfTwo(Node last, int[] steps) {
    Node a = other();
    Node b = other();
    if (a == null || b == null) {
      return;
    }
    a.lock.lock();
    b.lock.lock();
    try {
      last = last == a ? b : a;
      last.count++;
      last = steps.length > 3 ? b : a;
      last.count++;
      last.hit();
    } finally {
      b.lock.unlock();
      a.lock.unlock();
    }
  }

  void comparedWithOneThatIsNone(Node last, Node c, int[] steps) {
    Node a = other();
    if (a == null) {
      return;
    }
    a.lock.lock();
    try {
      last = last == a ? c : a;
      last.count++; // expect: UnguardedAccess "lock"
      last = steps.length > 3 ? c : a;
      last.hit(); // expect: LockNotHeld "lock"
    } finally {
      a.lock.unlock();
    }
  }
}
