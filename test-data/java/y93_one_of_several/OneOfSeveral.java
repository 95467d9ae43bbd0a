package y93_one_of_several;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/** A third object may be one of several that are locked, as one test of several tells. */
class OneOfSeveral {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;

    @Requires("lock")
    void add() {
      count++;
    }
  }

  void either(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      if (q == t || q == p) {
        q.count++;
      }
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void returnsFirst(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      if (q != t && q != p) {
        return;
      }
      q.add();
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void ofThree(Node p, Node t, Node u, Node q) {
    Objects.requireNonNull(u);
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    u.lock.lock();
    try {
      if (q == p || q == t || u == q) {
        q.add();
      }
    } finally {
      u.lock.unlock();
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void optional(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      boolean own = q != t && q != p;
      if (own) {
        q.lock.lock();
      }
      try {
        q.count++;
      } finally {
        if (own) {
          q.lock.unlock();
        }
      }
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void bothLooked(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      if (q == t | q == p) {
        q.count++;
      }
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void local(Node p, Node t, Node[] all) {
    Node q = all[0];
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      if (q == t || q == p) {
        q.count++;
      }
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  /* What is wrong. */

  void oneUnlocked(Node p, Node t, Node q) {
    p.lock.lock();
    try {
      if (q == t || q == p) {
        q.count++; // expect: UnguardedAccess "q.lock"
      }
    } finally {
      p.lock.unlock();
    }
  }

  void byFlag(Node p, Node q, boolean flag) {
    p.lock.lock();
    try {
      if (flag || q == p) {
        q.count++; // expect: UnguardedAccess "q.lock"
      }
    } finally {
      p.lock.unlock();
    }
  }

  void wrongWay(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    try {
      if (q != t || q != p) {
        q.count++; // expect: UnguardedAccess "q.lock"
      }
    } finally {
      t.lock.unlock();
      p.lock.unlock();
    }
  }

  void givenUp(Node p, Node t, Node q) {
    Objects.requireNonNull(t);
    p.lock.lock();
    t.lock.lock();
    boolean one = q == t || q == p;
    t.lock.unlock();
    try {
      if (one) {
        q.add(); // expect: LockNotHeld "q.lock"
      }
    } finally {
      p.lock.unlock();
    }
  }

  void optionalOther(Node p, Node t, Node q) {
    p.lock.lock();
    try {
      boolean own = q != t && q != p;
      if (own) {
        q.lock.lock();
      }
      try {
        q.count++; // expect: UnguardedAccess "q.lock"
      } finally {
        if (own) {
          q.lock.unlock();
        }
      }
    } finally {
      p.lock.unlock();
    }
  }
}
