// What a method reference is called with has no name, and is no type; an initialiser of an anonymous class is told in which mode
// the lock is held where the object is made.
package y55_told_as_it_is;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Told {
  static class Node {
    final Lock lock = new ReentrantLock();

    @Requires("lock")
    void use() {}

    void lockAndUse() {
      lock.lock();
      try {
        use();
      } finally {
        lock.unlock();
      }
    }
  }

  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private int count;

  // ---- right

  void all(List<Node> nodes) {
    nodes.forEach(Node::lockAndUse);
  }

  Object reads() {
    rw.readLock().lock();
    try {
      return new Object() {
        {
          System.out.println(count);
        }
      };
    } finally {
      rw.readLock().unlock();
    }
  }

  Object writes() {
    rw.writeLock().lock();
    try {
      return new Object() {
        private int before = count++;
      };
    } finally {
      rw.writeLock().unlock();
    }
  }

  // ---- wrong

  void release(Optional<Lock> lock) {
    lock.ifPresent(Lock::unlock); // expect: ReleaseNotHeld "'Lock.unlock' releases 'argument'"
    lock.ifPresent(each -> each.unlock()); // expect: ReleaseNotHeld "releases 'each'"
  }

  void useAll(List<Node> nodes) {
    nodes.forEach(Node::use); // expect: LockNotHeld "needs 'argument.lock'"
  }

  Object writesUnderRead() {
    rw.readLock().lock();
    try {
      return new Object() {
        {
          count++; // expect: UnguardedAccess "for writing; it is held for reading"
        }
      };
    } finally {
      rw.readLock().unlock();
    }
  }

  Object fieldUnderRead() {
    rw.readLock().lock();
    try {
      return new Object() {
        private int before = count++; // expect: UnguardedAccess "for writing; it is held for reading"
      };
    } finally {
      rw.readLock().unlock();
    }
  }

  Object underNone() {
    return new Object() {
      private int before = count++; // expect: UnguardedAccess "nothing is held"
    };
  }

  Object readUnderNone() {
    return new Object() {
      private int before = count; // expect: UnguardedAccess "nothing is held"
    };
  }
}
