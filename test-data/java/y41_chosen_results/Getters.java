package y41_chosen_results;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What a getter gives of an object that was chosen is that object's, on each path. */
final class Getters {
  static final class Node {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final ReentrantLock own = new ReentrantLock();
    private final Node next = null;

    @GuardedBy("rw")
    int shared;

    @GuardedBy("own")
    int size;

    Lock own() {
      return own;
    }

    @Returns("next")
    Node next() {
      return next;
    }
  }

  void views(boolean first, Node a, Node b) {
    (first ? a : b).rw.writeLock().lock();
    try {
      (first ? a : b).shared = 3;
    } finally {
      (first ? a : b).rw.writeLock().unlock();
    }
  }

  void wrongView(boolean first, Node a, Node b) {
    (first ? a : b).rw.readLock().lock();
    (first ? a : b).shared = 5; // expect: UnguardedAccess "for writing"
    (first ? b : a).rw.readLock().unlock(); // expect: ReleaseNotHeld
  }

  void getter(boolean first, Node a, Node b) {
    (first ? a : b).own().lock();
    try {
      if (first) {
        a.size = 7;
        b.size = 9; // expect: UnguardedAccess "b.own"
      } else {
        b.size = 11;
      }
    } finally {
      (first ? a : b).own().unlock();
    }
  }

  void inLocal(boolean first, Node a, Node b) {
    Lock lock = (first ? a : b).own();
    lock.lock();
    try {
      (first ? a : b).size = 13;
    } finally {
      lock.unlock();
    }
    (first ? a : b).size = 15; // expect: UnguardedAccess "own"
  }

  void further(boolean first, Node a, Node b) {
    (first ? a : b).next().own().lock();
    (first ? a.next : b.next).size = 17;
    (first ? a : b).next().own.unlock();
  }

  void leftHeld(boolean first, Node a, Node b) {
    (first ? a : b).own().lock();
    a.own.unlock(); // expect: ReleaseNotHeld
  }
}
