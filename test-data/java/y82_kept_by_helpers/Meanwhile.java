// What is put into a collection while its lock is held is kept locked only if the lock is not given up there.
package y82_kept_by_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Meanwhile {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int size;

    boolean dirty;
  }

  // ---- right

  List<Node> snapshot(List<Node> all) {
    List<Node> live = new ArrayList<>();
    for (Node node : all) {
      node.lock.lock();
      try {
        if (node.size > 0) live.add(node);
      } finally {
        node.lock.unlock();
      }
    }
    return live;
  }

  private void visit(Node node, List<Node> seen) {
    node.lock.lock();
    try {
      node.size++;
      seen.add(node);
    } finally {
      node.lock.unlock();
    }
  }

  void visitAll(List<Node> all, List<Node> seen) {
    for (Node node : all) visit(node, seen);
  }

  // ---- wrong

  private void drainSome(Deque<Node> held) {
    while (!held.isEmpty()) {
      Node node = held.pop();
      if (node.dirty) node.lock.unlock();
    }
  } // expect: LockLeak

  void drainsSome(Node node) {
    Deque<Node> held = new ArrayDeque<>();
    node.lock.lock();
    held.push(node);
    drainSome(held);
  }

  private void lockSome(List<Node> all, List<Node> held) {
    for (Node node : all) {
      if (node.dirty) node.lock.lock();
      held.add(node);
    }
  }

  void locksSome(List<Node> all) {
    List<Node> held = new ArrayList<>();
    lockSome(all, held);
    for (Node node : held) node.lock.unlock(); // expect: ReleaseNotHeld
  }

  private void putUnlocked(Node node, Deque<Node> held) {
    held.push(node);
  }

  void putsUnlocked(Node node) {
    Deque<Node> held = new ArrayDeque<>();
    putUnlocked(node, held);
    while (!held.isEmpty()) held.pop().lock.unlock(); // expect: ReleaseNotHeld
  }

  private void unlockRead(Node[] all, int n) {
    for (int i = 0; i < n; i++) all[i].rw.readLock().unlock();
  }

  void inWrongMode(Node[] all, int n) {
    for (int i = 0; i < n; i++) all[i].rw.writeLock().lock();
    unlockRead(all, n); // expect: ReleaseNotHeld
  }

  private void releaseEarly(Node[] all, int n) {
    for (int i = 0; i < n; i++) {
      all[i].lock.unlock();
      all[i].size++; // expect: UnguardedAccess
    }
  }

  void releasesEarly(Node[] all, int n) {
    for (int i = 0; i < n; i++) all[i].lock.lock();
    releaseEarly(all, n);
  }
}
