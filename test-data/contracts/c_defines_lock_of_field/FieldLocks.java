package c_defines_lock_of_field;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A declared lock and a lock field of one name are one lock; a subtype says which lock an inherited
 * one is.
 */
final class FieldLocks {
  @DefinesLock(name = "lock", label = "tree lock")
  static final class Tree {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int size;
  }

  @DefinesLock(name = "lock", label = "node lock", within = "tree.lock")
  static final class Node {
    private final ReentrantLock lock = new ReentrantLock();
    final Tree tree;

    @GuardedBy("lock")
    private int n;

    Node(Tree t) {
      tree = t;
    }

    void ok() {
      tree.lock.writeLock().lock();
      lock.lock();
      try {
        n++;
        tree.size++;
      } finally {
        lock.unlock();
        tree.lock.writeLock().unlock();
      }
    }

    void outerMissing() {
      lock.lock(); // expect: LockNotHeld "tree lock"
      try {
        n++;
      } finally {
        lock.unlock();
      }
    }

    void ended() {
      tree.lock.writeLock().lock();
      lock.lock();
      tree.lock.writeLock().unlock();
      n++; // expect: UnguardedAccess "node lock"
    }

    int read() {
      tree.lock.readLock().lock();
      try {
        return tree.size;
      } finally {
        tree.lock.readLock().unlock();
      }
    }

    void wrong() {
      n = 3; // expect: UnguardedAccess "node lock"
    }

    @Requires("lock")
    void needs() {
      n++;
    }
  }

  @DefinesLock(name = "lock")
  interface Store {
    @Returns("lock")
    Lock lock();

    @Requires("lock")
    void put(String s);
  }

  static final class ByField implements Store {
    private final ReentrantLock lock = new ReentrantLock();

    public Lock lock() {
      return lock;
    }

    @GuardedBy("lock")
    private int n;

    @Override
    public void put(String s) {
      n++;
    }

    void ok() {
      lock.lock();
      try {
        put("a");
        n++;
      } finally {
        lock.unlock();
      }
    }

    void getter() {
      lock().lock();
      try {
        put("a");
        n++;
      } finally {
        lock.unlock();
      }
    }

    void bad() {
      put("a"); // expect: LockNotHeld
    }
  }

  @DefinesLock(name = "lock", sameAs = "mutex")
  static final class ByName implements Store {
    private final ReentrantLock mutex = new ReentrantLock();
    private final ReentrantLock other = new ReentrantLock();

    public Lock lock() {
      return mutex;
    }

    @GuardedBy("lock")
    private int n;

    @GuardedBy("mutex")
    private int m;

    @Override
    public void put(String s) {
      n++;
      m++;
    }

    void ok() {
      mutex.lock();
      try {
        put("a");
        n++;
        m++;
      } finally {
        mutex.unlock();
      }
    }

    void getter() {
      lock().lock();
      try {
        put("a");
        n++;
        m++;
      } finally {
        lock().unlock();
      }
    }

    void bad() {
      other.lock();
      try {
        put("a"); // expect: LockNotHeld
      } finally {
        other.unlock();
      }
    }
  }

  static final class Wrong implements Store {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock other = new ReentrantLock();

    public Lock lock() {
      return other; // expect: BrokenContract
    }

    @Override
    public void put(String s) {}
  }

  static void use(Store s, ByName b, ByField f) {
    s.lock().lock();
    try {
      s.put("a");
      b.put("b"); // expect: LockNotHeld
    } finally {
      s.lock().unlock();
    }
    Store t = b;
    t.lock().lock();
    try {
      b.put("b");
      t.put("c");
    } finally {
      t.lock().unlock();
    }
    f.lock().lock();
    try {
      f.put("b");
    } finally {
      f.lock().unlock();
    }
    f.lock.lock();
    try {
      f.put("b");
      f.n++;
    } finally {
      f.lock().unlock();
    }
  }

  @DefinesLock(name = "first", label = "first lock")
  static final class Ordered {
    @AcquiredBefore("second")
    final ReentrantLock first = new ReentrantLock();

    final ReentrantLock second = new ReentrantLock();

    void ok() {
      first.lock();
      try {
        second.lock();
        second.unlock();
      } finally {
        first.unlock();
      }
    }

    void bad() {
      second.lock();
      try {
        first.lock(); // expect: LockOrder "first lock"
        first.unlock();
      } finally {
        second.unlock();
      }
    }

    void tried() {
      second.lock();
      try {
        if (first.tryLock()) first.unlock();
      } finally {
        second.unlock();
      }
    }
  }
}
