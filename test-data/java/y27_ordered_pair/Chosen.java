// The first and the second lock are chosen by assignments on both ways of a test, by a swap, or from
// one another: both are held then, and neither is where one object was chosen twice.
package y27_ordered_pair;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Chosen {
  static final class Node {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    int used;

    @GuardedBy("this")
    int pins;

    @Requires("this")
    void pin() {
      pins++;
    }
  }

  private static final Object TIE = new Object();

  static void assigned(Node a, Node b) {
    Node first;
    Node second;
    if (System.identityHashCode(a) < System.identityHashCode(b)) {
      first = a;
      second = b;
    } else {
      first = b;
      second = a;
    }
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        a.used--;
        b.used++;
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  static void assignedTwice(Node a, Node b) {
    Node first;
    Node second;
    if (System.identityHashCode(a) < System.identityHashCode(b)) {
      first = a;
      second = b;
    } else {
      first = b;
      second = b;
    }
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        a.used--; // expect: UnguardedAccess "a.lock"
        b.used++;
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  static void swapped(Node a, Node b) {
    Node first = a;
    Node second = b;
    if (System.identityHashCode(first) > System.identityHashCode(second)) {
      Node moved = first;
      first = second;
      second = moved;
    }
    synchronized (first) {
      synchronized (second) {
        a.pin();
        b.pin();
      }
    }
  }

  static void halfSwapped(Node a, Node b) {
    Node first = a;
    Node second = b;
    if (System.identityHashCode(first) > System.identityHashCode(second)) {
      first = second;
      second = first;
    }
    synchronized (first) {
      synchronized (second) {
        a.pin(); // expect: LockNotHeld "needs 'a'"
        b.pin();
      }
    }
  }

  static void theOther(Node a, Node b) {
    Node first = System.identityHashCode(a) < System.identityHashCode(b) ? a : b;
    Node second = first == a ? b : a;
    synchronized (first) {
      synchronized (second) {
        a.pin();
        b.pin();
      }
    }
  }

  static void theSame(Node a, Node b) {
    Node first = System.identityHashCode(a) < System.identityHashCode(b) ? a : b;
    Node second = first == a ? a : b;
    synchronized (first) {
      synchronized (second) {
        first.pin();
        b.pin(); // expect: LockNotHeld "needs 'b'"
      }
    }
  }

  static void tied(Node a, Node b) {
    int order = Integer.compare(System.identityHashCode(a), System.identityHashCode(b));
    if (order == 0) {
      synchronized (TIE) {
        inOrder(a, b);
      }
      return;
    }
    Node first = a;
    Node second = b;
    if (order > 0) {
      first = b;
      second = a;
    }
    inOrder(first, second);
    first.pin(); // expect: LockNotHeld "needs 'first'"
  }

  private static void inOrder(Node first, Node second) {
    synchronized (first) {
      synchronized (second) {
        first.pin();
        second.pin();
      }
    }
  }

  /** Choices that no lock goes by do not add up. */
  static String labels(Node node, boolean[] set, String on, String off) {
    String first = set[0] ? on : off;
    String second = set[1] ? on : off;
    String third = set[2] ? on : off;
    String fourth = set[3] ? on : off;
    String fifth = set[4] ? on : off;
    String sixth = set[5] ? on : off;
    String seventh = set[6] ? on : off;
    node.used++; // expect: UnguardedAccess "node.lock"
    return first + second + third + fourth + fifth + sixth + seventh;
  }
}
