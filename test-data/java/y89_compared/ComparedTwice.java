// An object whose lock is held is compared with others: it may be one of them, and stays locked.
package y89_compared;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class ComparedTwice {
  static class Node {
    final ReentrantLock lock = new ReentrantLock();
    int plain;

    @GuardedBy("this")
    int m;

    @GuardedBy("lock")
    int n;
  }

  @GuardedBy("this")
  private int x;

  private int y;
  private Node current;

  // ---- right

  synchronized void own(ComparedTwice q, ComparedTwice t) {
    if (this == t) {
      y++;
    }
    if (this == q) {
      y++;
    }
    x++;
  }

  void other(Node q, Node t, Node u) {
    synchronized (u) {
      if (u == t) {
        u.plain++;
      }
      if (u == q) {
        u.plain++;
      }
      u.m++;
    }
  }

  void byLock(Node q, Node t, Node u) {
    u.lock.lock();
    try {
      if (u != t) t.lock.lock();
      try {
        t.n++;
      } finally {
        if (u != t) t.lock.unlock();
      }
      if (u != q) q.lock.lock();
      try {
        q.n++;
      } finally {
        if (u != q) q.lock.unlock();
      }
      u.n++;
    } finally {
      u.lock.unlock();
    }
  }

  void alongList(Node first, Node last) {
    for (Node u = first; u != null; u = u.plain > 0 ? last : null) {
      synchronized (u) {
        if (u == first) {
          u.plain++;
        }
        if (u == last) {
          u.plain++;
        }
        u.m++;
      }
    }
  }

  void eachTurn(Node first, Node last, Node other) {
    Node u = first;
    while (u != null) {
      synchronized (u) {
        if (u == other) {
          y++;
        }
        need(u);
      }
      u = y > 0 ? last : null;
    }
  }

  void eachTurnOut(Node first, Node last, Node other) {
    Node u = first;
    while (true) {
      synchronized (u) {
        if (u == other) {
          return;
        }
        if (u.m > 3) break;
        if (u == last) continue;
        u.m++;
      }
      u = y > 0 ? last : first;
    }
  }

  void chosen(Node first, Node last, boolean which) {
    Node u = which ? first : last;
    synchronized (u) {
      if (u == first) {
        first.m++;
      }
      u.m++;
      u = null;
    }
  }

  void nestedInTurn(Node first, Node last, Node other) {
    for (Node u = first; u != null; u = y > 0 ? last : null) {
      synchronized (u) {
        synchronized (other) {
          other.m++;
          if (u == other) {
            y++;
          }
          u.m++;
        }
        u.m++;
      }
    }
  }

  void fieldReplaced(Node other) {
    synchronized (current) { // expect: UnstableLock
      if (current == other) {
        other.m++;
      }
      current = other;
    }
  }

  @Requires("u")
  void need(Node u) {}

  // ---- with a mistake

  void comparedOutside(ComparedTwice q, ComparedTwice t) {
    synchronized (this) {
      if (this == t) {
        y++;
      }
      if (this == q) {
        y++;
      }
    }
    x++; // expect: UnguardedAccess
  }

  void otherThanHeld(Node q, Node t, Node u) {
    synchronized (u) {
      if (u == t) {
        u.plain++;
      }
      if (u == q) {
        u.plain++;
      }
      q.m++; // expect: UnguardedAccess
    }
  }

  void releasedTwice(Node q, Node t, Node u) {
    u.lock.lock();
    if (u == t) {
      y++;
    }
    if (u == q) {
      q.lock.unlock();
    }
    u.lock.unlock(); // expect: ReleaseNotHeld
  }

  void alongListOutside(Node first, Node last) {
    for (Node u = first; u != null; u = u.plain > 0 ? last : null) {
      synchronized (u) {
        if (u == first) {
          u.plain++;
        }
        if (u == last) {
          u.plain++;
        }
      }
      u.m++; // expect: UnguardedAccess
    }
  }

  void eachTurnOther(Node first, Node last, Node other) {
    Node u = first;
    while (u != null) {
      synchronized (u) {
        if (u == other) {
          y++;
        }
        need(other); // expect: LockNotHeld
      }
      u = y > 0 ? last : null;
    }
  }

  void nestedInTurnOutside(Node first, Node last, Node other) {
    for (Node u = first; u != null; u = y > 0 ? last : null) {
      synchronized (u) {
        synchronized (other) {
          if (u == other) {
            y++;
          }
        }
        u.m++;
        other.m++; // expect: UnguardedAccess
      }
    }
  }

  void reassignedInside(Node first, Node last) {
    Node u = first;
    synchronized (u) {
      u.m++;
      u = last;
      u.m++; // expect: UnguardedAccess
    }
    first.m++; // expect: UnguardedAccess
  }
}
