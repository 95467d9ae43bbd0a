// Going through null fails: nothing is released where the object of the lock is what was missing.
package y22_hand_over_hand;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Sentinels {
  static final class Node {
    final int key;
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    Node next;

    Node(int key, Node next) {
      this.key = key;
      this.next = next;
    }
  }

  private final Node head = new Node(0, new Node(Integer.MAX_VALUE, null));

  boolean add(int key) {
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
        if (curr.key == key) {
          return false;
        }
        pred.next = new Node(key, curr);
        return true;
      } finally {
        curr.lock.unlock();
      }
    } finally {
      pred.lock.unlock();
    }
  }

  boolean addLate(int key) {
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
          audit();
          curr.lock.lock();
        }
        return curr.key == key;
      } finally {
        curr.lock.unlock(); // expect: ReleaseNotHeld "curr.lock"
      }
    } finally {
      pred.lock.unlock();
    }
  }

  void inside(Node node) {
    try {
      node.lock.lock();
      node.next = null;
    } finally {
      node.lock.unlock();
    }
  }

  void insideLate(Node node) {
    try {
      audit();
      node.lock.lock();
      node.next = null;
    } finally {
      node.lock.unlock(); // expect: ReleaseNotHeld "node.lock"
    }
  }

  void insideCatch(Node node) {
    try {
      node.lock.lock();
      node.next = null;
    } catch (NullPointerException e) {
      throw new IllegalArgumentException(e);
    } finally {
      node.lock.unlock();
    }
  }

  void another(int key) {
    Node node = find(key);
    try {
      node.lock.lock(); // expect: LockLeakOnThrow
      node.next = null;
    } finally {
      node = find(key + 1);
      node.lock.unlock(); // expect: ReleaseNotHeld "node.lock"
    }
  }

  Node find(int key) {
    return key == 0 ? null : head;
  }

  void audit() {
    System.out.println(head.key);
  }
}
