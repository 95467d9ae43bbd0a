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
          pred.lock.unlock();
          pred = curr;
          curr = curr.next;
          curr.lock.lock();
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

  int walkWithGap(int key) {
    Node node = head;
    node.lock.lock();
    try {
      while (node.key < key) {
        node.lock.unlock();
        node = node.next; // expect: UnguardedAccess "node.lock"
        node.lock.lock();
      }
      return node.value;
    } finally {
      node.lock.unlock();
    }
  }

  int releasedTooEarly(int key) {
    Node node = head;
    node.lock.lock();
    try {
      if (node.key < key) {
        Node next = node.next;
        next.lock.lock();
        node.lock.unlock();
        node.value++; // expect: UnguardedAccess "node.lock"
        node = next;
      }
      return node.value;
    } finally {
      node.lock.unlock();
    }
  }
}
