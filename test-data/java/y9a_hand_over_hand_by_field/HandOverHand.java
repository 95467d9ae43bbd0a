// A list of nodes with a lock each: a walk locks the next one before it lets go of the one at hand,
// by whichever field or local.
package y9a_hand_over_hand_by_field;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

final class HandOverHand {
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

  private final Node head = new Node(Integer.MIN_VALUE);

  int last(Node first) {
    Node p = first;
    p.lock.lock();
    try {
      while (p.next != null) {
        p.next.lock.lock();
        Node old = p;
        p = p.next;
        old.lock.unlock();
      }
      return p.value;
    } finally {
      p.lock.unlock();
    }
  }

  void lastByTest(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) {
      Node c = p.next;
      c.lock.lock();
      p.lock.unlock();
      p = c;
    }
    p.value++;
    p.lock.unlock();
  }

  // from the sentinel
  int sum() {
    int sum = 0;
    Node p = head;
    p.lock.lock();
    try {
      for (; p.next != null; ) {
        Node old = p;
        p.next.lock.lock();
        p = p.next;
        old.lock.unlock();
        sum += p.value;
      }
      return sum;
    } finally {
      p.lock.unlock();
    }
  }

  void insert(int key) {
    Node pred = head;
    pred.lock.lock();
    try {
      while (pred.next != null && pred.next.key < key) {
        pred.next.lock.lock();
        Node old = pred;
        pred = pred.next;
        old.lock.unlock();
      }
      Node node = new Node(key);
      node.next = pred.next;
      pred.next = node;
    } finally {
      pred.lock.unlock();
    }
  }

  // the textbook: pred and curr
  boolean add(int key) {
    head.lock.lock();
    Node pred = head;
    try {
      Node curr = pred.next;
      if (curr == null) {
        return false;
      }
      curr.lock.lock();
      try {
        while (curr.key < key) {
          pred.lock.unlock();
          pred = curr;
          curr = curr.next;
          curr.lock.lock();
        }
        if (curr.key == key) {
          return false;
        }
        Node node = new Node(key);
        node.next = curr;
        pred.next = node;
        return true;
      } finally {
        curr.lock.unlock();
      }
    } finally {
      pred.lock.unlock();
    }
  }

  boolean contains(int key) {
    Node pred = head;
    pred.lock.lock();
    Node curr = pred.next;
    while (curr != null) {
      curr.lock.lock();
      pred.lock.unlock();
      if (curr.key == key) {
        curr.lock.unlock();
        return true;
      }
      pred = curr;
      curr = curr.next;
    }
    pred.lock.unlock();
    return false;
  }

  void doWhile() {
    Node p = head;
    p.lock.lock();
    if (p.next == null) {
      p.lock.unlock();
      return;
    }
    do {
      p.next.lock.lock();
      Node old = p;
      p = p.next;
      old.lock.unlock();
    } while (p.next != null);
    p.value = 1;
    p.lock.unlock();
  }

  void remove(int key) {
    Node pred = head;
    pred.lock.lock();
    while (pred.next != null) {
      Node curr = pred.next;
      curr.lock.lock();
      if (curr.key == key) {
        pred.next = curr.next;
        curr.lock.unlock();
        break;
      }
      pred.lock.unlock();
      pred = curr;
    }
    pred.lock.unlock();
  }

  void byHelper() {
    Node p = head;
    p.lock.lock();
    try {
      while (p.next != null) {
        Node next = p.next;
        next.lock.lock();
        p.lock.unlock();
        p = next;
        touch(p);
      }
    } finally {
      p.lock.unlock();
    }
  }

  private void touch(Node p) {
    p.value++;
  }

  void infinite() {
    Node p = head;
    p.lock.lock();
    while (true) {
      if (p.next == null) {
        break;
      }
      p.next.lock.lock();
      Node q = p.next;
      p.lock.unlock();
      p = q;
    }
    p.lock.unlock();
  }

  void counted(int n) {
    Node p = head;
    p.lock.lock();
    for (int i = 0; i < n && p.next != null; i++) {
      p.next.lock.lock();
      Node old = p;
      p = old.next;
      old.lock.unlock();
    }
    p.lock.unlock();
  }
}
