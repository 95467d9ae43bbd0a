// What the monitor was reached through is assigned in the block: the block ends that monitor, and no other.
package y07_monitor_expressions;

import dev.holdfast.annotations.GuardedBy;

class Moved {
  static class Node {
    Node next;

    @GuardedBy("this")
    int count;
  }

  Node head = new Node();

  void forward() {
    synchronized (head.next) { // expect: UnstableLock
      head = head.next;
    }
  }

  void replaced(Node other) {
    synchronized (head.next) {
      head.next.count++;
      head.next = other;
      head.next.count++; // expect: UnguardedAccess
    }
  }

  void early(Node other) {
    synchronized (head.next.next) {
      head = other;
      if (other == null) {
        return;
      }
      head = other.next;
    }
  }

  void often(Node other) {
    synchronized (head.next) {
      head.next = other;
      head.next = null;
      head = other;
    }
  }

  void afterwards(Node node) {
    synchronized (node.next) {
      node = node.next;
      node.count++;
    }
    node.count++; // expect: UnguardedAccess "node"
  }
}
