package y22_hand_over_hand;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Down a tree from a lock that is given, again where it changed meanwhile; which locks are left
 * shows in local variables. What is held is not null, and two locks that were taken are two.
 */
class Index {
  static final class Node {
    final ReadWriteLock lock = new ReentrantReadWriteLock();
    Node[] inner;
    int[] leaf;

    int place(int key) {
      return key % leaf.length;
    }
  }

  Node root;

  int find(Lock rootLock, int key) throws InterruptedException {
    int attempts = 0;
    while (true) {
      rootLock.lock();
      Node node = root;
      Lock parent = rootLock;
      Lock current = null;
      try {
        while (node.inner != null) {
          current = node.lock.readLock();
          current.lock();
          parent.unlock();
          parent = current;
          int place = node.place(key);
          node = node.inner[place];
          if (node == null) {
            return 0;
          }
        }
        current = node.lock.readLock();
        current.lock();
        if (node.leaf.length == 0) {
          return 0;
        }
        return node.leaf[node.place(key)];
      } catch (IllegalStateException e) {
        if (attempts > 10) {
          throw e;
        }
        attempts++;
      } finally {
        if (parent != current) {
          parent.unlock();
        }
        if (current != null) {
          current.unlock();
        }
      }
    }
  }

  int forgetsTheParent(Lock rootLock, int key) {
    rootLock.lock(); // expect: LockLeakOnThrow "rootLock"
    Node node = root;
    Lock parent = rootLock;
    Lock current = null;
    try {
      while (node.inner != null) {
        current = node.lock.readLock();
        current.lock(); // expect: LockLeakOnThrow
        parent.unlock();
        parent = current;
        node = node.inner[node.place(key)];
      }
      current = node.lock.readLock();
      current.lock();
      return node.leaf[node.place(key)]; // expect: LockLeak, LockLeak
    } finally {
      if (current != null) {
        current.unlock();
      }
    }
  }

  int releasesTheParent(Lock rootLock, int key) {
    rootLock.lock();
    Node node = root;
    Lock parent = rootLock;
    Lock current = null;
    try {
      while (node.inner != null) {
        current = node.lock.readLock();
        current.lock();
        parent.unlock();
        parent = current;
        node = node.inner[node.place(key)];
      }
      return node.leaf[node.place(key)];
    } finally {
      parent.unlock();
      if (current != null) {
        current.unlock(); // expect: ReleaseNotHeld "released in line"
      }
    }
  }

  void two(Lock first, Lock second) {
    first.lock();
    second.lock();
    try {
      root = null;
    } finally {
      if (first != second) {
        second.unlock();
      }
      first.unlock();
    }
  }

  void twoOrOne(Lock first, Lock second) {
    first.lock();
    if (first != second) {
      second.lock();
    }
    try {
      root = null;
    } finally {
      if (first != second) {
        second.unlock();
      }
      first.unlock();
    }
  }

  void oneOfTwo(Lock first, Lock second) {
    first.lock();
    second.lock();
    try {
      root = null;
    } finally {
      if (first == second) {
        second.unlock();
      }
      first.unlock();
    }
  } // expect: LockLeak "second"

  void heldIsNotNull(Lock lock) {
    lock.lock();
    try {
      root = null;
    } finally {
      if (lock != null) {
        lock.unlock();
      }
    }
  }
}
