// Hand-over-hand locking: the next lock is taken before the previous one is released, and the
// variables move on.
package y22_hand_over_hand;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Chain {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();
    final int key;

    @GuardedBy("lock")
    Node next;

    @GuardedBy("lock")
    int value;

    Node(int key) {
      this.key = key;
    }
  }

  private final Node head = new Node(0);

  int find(int key) {
    Node pred = head;
    pred.lock.lock();
    try {
      Node curr = pred.next;
      curr.lock.lock();
      try {
        while (curr.key < key) {
          Node next = curr.next;
          next.lock.lock();
          pred.lock.unlock();
          pred = curr;
          curr = next;
        }
        pred.value++;
        return curr.value;
      } finally {
        curr.lock.unlock();
      }
    } finally {
      pred.lock.unlock();
    }
  }

  int walk(int key) {
    Node node = head;
    node.lock.lock();
    try {
      while (node.key < key) {
        Node next = node.next;
        next.lock.lock();
        node.lock.unlock();
        node = next;
      }
      return node.value;
    } finally {
      node.lock.unlock();
    }
  }

  int releasedTooEarly(Node node) {
    Node next;
    node.lock.lock();
    try {
      next = node.next;
      next.lock.lock();
    } finally {
      node.lock.unlock();
    }
    try {
      node.value++; // expect: UnguardedAccess "node.lock"
      return next.value;
    } finally {
      next.lock.unlock();
    }
  }

  int followedUnlocked(Node node) {
    node.lock.lock();
    try {
      Node next = node.next;
      return next.value; // expect: UnguardedAccess "next.lock"
    } finally {
      node.lock.unlock();
    }
  }

  int sum(int rounds) {
    int sum = 0;
    Node node = head;
    for (int i = 0; i < rounds; i++) {
      Node next;
      node.lock.lock();
      try {
        sum += node.value;
        next = node.next;
      } finally {
        node.lock.unlock();
      }
      node = next;
    }
    return sum;
  }

  int ifThereIsANext(Node node) {
    node.lock.lock();
    Node next = node.next;
    if (next != null) {
      next.lock.lock();
    }
    node.lock.unlock();
    int value = 0;
    if (next != null) {
      value = next.value;
      next.lock.unlock();
    }
    return value;
  }

  void insertSorted(Node start, Node added) {
    Node before = start;
    before.lock.lock();
    Node after = before.next;
    if (after != null) {
      after.lock.lock();
    }
    try {
      while (after != null && after.value < 7) {
        before.lock.unlock();
        before = after;
        after = after.next;
        if (after != null) {
          after.lock.lock();
        }
      }
      before.next = added;
    } finally {
      if (after != null) {
        after.lock.unlock();
      }
      before.lock.unlock();
    }
  }

  void insertTooEarly(Node start, Node added) {
    Node before = start;
    before.lock.lock();
    Node after = before.next;
    if (after != null) {
      after.lock.lock();
    }
    before.lock.unlock();
    before.next = added; // expect: UnguardedAccess "before.lock"
    if (after != null) {
      after.lock.unlock();
    }
  }
}
