// A lock that is left held is one mistake at a return, whichever element the walk ended at.
package y22_hand_over_hand;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Walk {
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
    Node node = head;
    node.lock.lock();
    while (node.key < key) {
      Node next = node.next;
      node.lock.unlock();
      if (next == null) {
        return -1;
      }
      next.lock.lock();
      node = next;
    }
    try {
      return node.value;
    } finally {
      node.lock.unlock();
    }
  }

  int leaking(int key) {
    Node node = head;
    node.lock.lock();
    while (node.key < key) {
      Node next = node.next;
      node.lock.unlock();
      if (next == null) {
        return -1;
      }
      next.lock.lock();
      node = next;
    }
    return node.value; // expect: LockLeak "this.head.lock", LockLeak "this.head.next.lock"
  }

  int twoLeaks(Node one, Node other) {
    one.lock.lock(); // expect: LockLeakOnThrow "one.lock"
    other.lock.lock();
    return 0; // expect: LockLeak "one.lock", LockLeak "other.lock"
  }
}
