// What a helper surely gives the field is another object than the one whose lock was taken by it.
package y49_helper_moves_on;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

abstract class MovedOn {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int uses;

    Node next;
  }

  private Node at = new Node();
  private static Node top;

  abstract Node other();

  private void moveOn() {
    at = at.next;
  }

  private void deeper() {
    System.out.println("moves");
    this.moveOn();
  }

  private void perhaps(boolean far) {
    if (far) {
      at = other();
    }
  }

  private static void rise() {
    top = top.next;
  }

  private void only(Node node) {
    node.next = null;
  }

  void usesTheOther() {
    Node node = at;
    node.lock.lock();
    try {
      moveOn();
      node.uses++;
      at.uses++; // expect: UnguardedAccess "at.lock"
    } finally {
      node.lock.unlock();
    }
  }

  void releasesTheOther() {
    Node node = at;
    node.lock.lock(); // expect: LockLeakOnThrow
    deeper();
    node.uses++;
    at.lock.unlock(); // expect: ReleaseNotHeld "at.lock"
  }

  void ofTheClass() {
    Node node = top;
    node.lock.lock();
    try {
      rise();
      top.uses++; // expect: UnguardedAccess "top.lock"
    } finally {
      node.lock.unlock();
    }
  }

  void another(MovedOn that) {
    Node node = at;
    node.lock.lock();
    try {
      only(node);
      at.uses++; // expect: UnstableLock "at"
      that.perhaps(false);
      node.uses++;
    } finally {
      node.lock.unlock();
    }
  }

  void takesTheNext() {
    Node node = at;
    node.lock.lock();
    try {
      node.uses++;
      moveOn();
    } finally {
      node.lock.unlock();
    }
    node = at;
    node.lock.lock();
    try {
      at.uses++;
    } finally {
      node.lock.unlock();
    }
  }
}
