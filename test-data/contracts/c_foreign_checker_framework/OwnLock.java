package c_foreign_checker_framework;

import org.checkerframework.checker.lock.qual.GuardedBy;

/** What a field refers to is guarded by a lock of its own. */
class OwnLock {
  static final class Node {
    final Object lock = new Object();
    int count;

    void add() {}
  }

  @GuardedBy("<self>.lock")
  private final Node node = new Node();

  @GuardedBy("<self>")
  private final Node whole = new Node();

  void held() {
    synchronized (node.lock) {
      node.count++;
      node.add();
    }
    synchronized (whole) {
      whole.count++;
    }
  }

  void wrongLock() {
    synchronized (node) {
      node.count++; // expect: UnguardedAccess "node.lock"
    }
    synchronized (whole.lock) {
      whole.add(); // expect: UnguardedAccess "whole"
    }
  }

  void unheld() {
    node.add(); // expect: UnguardedAccess "node.lock"
    whole.count++; // expect: UnguardedAccess "whole"
  }
}
