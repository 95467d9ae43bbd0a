package y72_two_or_one;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/** Helpers that take and give up the locks of two objects that may be the same one. */
final class TwoOrOne {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();
    final int number;

    @GuardedBy("lock")
    int count;

    Node(int number) {
      this.number = number;
    }
  }

  @Acquires({"a.lock", "b.lock"})
  static void twiceWhereItIsOne(Node a, Node b) {
    if (a == b) {
      a.lock.lock();
      a.lock.lock();
    } else if (a.number < b.number) {
      a.lock.lock();
      b.lock.lock();
    } else {
      b.lock.lock();
      a.lock.lock();
    }
  }

  @Acquires({"a.lock", "b.lock"})
  static void onceWhereItIsOne(Node a, Node b) {
    Node first = a.number < b.number ? a : b;
    first.lock.lock();
    if (a != b) {
      (first == a ? b : a).lock.lock();
    }
  }

  @Acquires({"a.lock", "b.lock"})
  static void tooOften(Node a, Node b) {
    if (a == b) {
      a.lock.lock();
      a.lock.lock();
      a.lock.lock();
      return; // expect: BrokenContract "held more often"
    }
    a.lock.lock(); // expect: LockLeakOnThrow
    b.lock.lock();
    a.lock.lock();
  } // expect: BrokenContract "held more often"

  @Acquires({"a.lock", "b.lock"})
  static void oneOnly(Node a, Node b) {
    if (a.number < b.number) {
      a.lock.lock();
      b.lock.lock();
    } else {
      a.lock.lock();
    }
  } // expect: BrokenContract "'b.lock'"

  @Releases({"a.lock", "b.lock"})
  static void each(Node a, Node b) {
    a.lock.unlock();
    b.lock.unlock();
  }

  @Releases({"a.lock", "b.lock"})
  static void eachOfTwo(Node a, Node b) {
    a.lock.unlock();
    if (a != b) {
      b.lock.unlock();
    }
  }

  @Releases({"a.lock", "b.lock"})
  static void oneOfTwo(Node a, Node b, boolean both) {
    a.lock.unlock();
    if (both) {
      b.lock.unlock();
    }
  } // expect: BrokenContract "'b.lock' is still held"

  void move(Node a, Node b) {
    twiceWhereItIsOne(a, b);
    try {
      a.count--;
      b.count++;
    } finally {
      each(a, b);
    }
  }

  void moveOnce(Node a, Node b) {
    onceWhereItIsOne(a, b);
    a.count--;
    b.count++;
    eachOfTwo(a, b);
    b.count++; // expect: UnguardedAccess
  }
}
