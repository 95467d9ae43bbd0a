package c_inference;

import dev.holdfast.annotations.GuardedBy;

/**
 * Walks along objects of which each has a lock of its own: no caller can hold those of all that are
 * met, and the finding stands at the access, once. What is met on no loop is asked of the callers.
 */
final class Walks {
  private static final class Node {
    final Object lock = new Object();
    final Node next;

    @GuardedBy("lock")
    int value;

    Node(Node next) {
      this.next = next;
    }
  }

  private final Node head = new Node(null);
  private final Node[] heap = new Node[8];

  private void along(Node start) {
    for (Node node = start; node != null; node = node.next) {
      node.value = 1; // expect: UnguardedAccess "node.lock"
    }
  }

  private void alongParameter(Node node) {
    while (node != null) {
      node.value = 2; // expect: UnguardedAccess "node.lock"
      node = node.next;
    }
  }

  private void oneByOne(Node start) {
    for (Node node = start; node != null; node = node.next) {
      synchronized (node.lock) {
        node.value = 3;
      }
    }
  }

  private void recursive(Node node) {
    node.value = 4;
    if (node.next != null) {
      recursive(node.next); // expect: LockNotHeld "node.next.lock"
    }
  }

  private void siftUp(int index) {
    int at = index;
    while (at > 1) {
      int above = at >> 1;
      if (heap[above].value <= heap[at].value) { // expect: UnguardedAccess "heap[above].lock", UnguardedAccess "heap[at].lock"
        return;
      }
      at = above;
    }
  }

  private void next(Node node) {
    node.next.value = 5;
  }

  private void twoOn(Node node) {
    node.next.next.value = 6;
  }

  private void parent(int index) {
    heap[index >> 1].value = 7;
  }

  void nothingHeld(int index) {
    along(head);
    alongParameter(head);
    oneByOne(head);
    recursive(head); // expect: LockNotHeld "head.lock"
    siftUp(index);
    next(head); // expect: LockNotHeld "head.next.lock"
    twoOn(head); // expect: LockNotHeld "head.next.next.lock"
    parent(index); // expect: LockNotHeld "'this.heap[index >> 1].lock'"
  }

  void held(int index) {
    synchronized (head.lock) {
      recursive(head);
    }
    synchronized (head.next.lock) {
      next(head);
    }
    synchronized (head.next.next.lock) {
      twoOn(head);
    }
    synchronized (heap[index >> 1].lock) {
      parent(index);
    }
  }

  void toTheEnd() {
    synchronized (head.lock) {
      Node node = head;
      while (node.next != null) {
        node = node.next;
      }
      head.value = 8;
      node.value = 9; // expect: UnguardedAccess "node.lock"
    }
  }

  void passedOn() {
    Node node = head;
    while (node.next != null) {
      synchronized (node.lock) {
        node.value = 10;
        node = node.next;
        node.value = 11; // expect: UnguardedAccess "node.lock"
      }
    }
  }

  void chosen(boolean left, int wanted) {
    Node node = head;
    while (node != null) {
      synchronized (node.lock) {
        if (node.value == wanted) {
          return;
        }
        node.value = 12;
      }
      node = left ? node.next : node.next.next;
    }
  }

  void twoNames() {
    Node previous = head;
    Node node;
    while ((node = previous.next) != null) {
      synchronized (node.lock) {
        node.value = 13;
        previous.value = 14; // expect: UnguardedAccess "previous.lock"
      }
      previous = node;
    }
  }

  void noWalk(Node start, int times) {
    for (int i = 0; i < times; i++) {
      Node node = start.next.next;
      synchronized (node.lock) {
        start.next.next.value = 15;
      }
      synchronized (start.next.next.lock) {
        node.value = 16;
      }
    }
  }
}
