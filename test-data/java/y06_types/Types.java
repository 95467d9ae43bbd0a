// Locks and guards in records, enums, interfaces, static nested and generic classes, and inherited
// fields.
package y06_types;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Types {
  interface HasMonitor {
    @Requires("this")
    int size();

    default int sizeSafely() {
      synchronized (this) {
        return size();
      }
    }

    static int sizeOf(HasMonitor monitor) {
      synchronized (monitor) {
        return monitor.size();
      }
    }

    static int sizeUnheld(HasMonitor monitor) {
      return monitor.size(); // expect: LockNotHeld "monitor"
    }
  }

  enum Counter implements HasMonitor {
    FIRST,
    SECOND {
      @Override
      public int size() {
        return size * 2;
      }

      @Override
      void touch() {
        size++; // expect: UnguardedAccess "this"
      }
    };

    @GuardedBy("this")
    int size;

    @Override
    public int size() {
      return size;
    }

    synchronized void touch() {
      size++;
    }
  }

  record Pair(Object left, Object right) {
    Pair {
      synchronized (left) {
        System.out.println("made");
      }
    }

    synchronized int hash() {
      return left.hashCode();
    }
  }

  static class Parent {
    protected final Object lock = new Object();

    @GuardedBy("lock")
    protected int value;

    @GuardedBy("this")
    protected int own;
  }

  static class Child extends Parent {
    void inherited() {
      synchronized (lock) {
        value++;
        super.value++;
        this.value++;
      }
      value--; // expect: UnguardedAccess "lock"
    }

    synchronized void inheritedMonitor() {
      own++;
      super.own++;
    }

    void superLock() {
      synchronized (super.lock) {
        value++;
      }
    }

    class Inner {
      void throughOuter() {
        synchronized (Child.this.lock) {
          value++;
          Child.this.value++;
          Child.super.value++;
        }
        value--; // expect: UnguardedAccess "lock"
      }
    }
  }

  static class Shadowing extends Parent {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int extra;

    void ownLock() {
      synchronized (lock) {
        extra++;
        value++; // expect: UnguardedAccess "lock"
      }
    }

    void parentLock() {
      synchronized (super.lock) {
        value++;
        extra++; // expect: UnguardedAccess "lock"
      }
    }
  }

  abstract static class Template<K, V> {
    private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

    @GuardedBy("table")
    private final Map<K, V> entries = new HashMap<>();

    @Requires("table.writeLock()")
    abstract V make(K key);

    V get(K key) {
      table.readLock().lock();
      try {
        V value = entries.get(key);
        if (value != null) {
          return value;
        }
      } finally {
        table.readLock().unlock();
      }
      table.writeLock().lock();
      try {
        return entries.computeIfAbsent(key, this::make);
      } finally {
        table.writeLock().unlock();
      }
    }

    V getUnheld(K key) {
      return make(key); // expect: LockNotHeld "table"
    }

    V removeUnderRead(K key) {
      table.readLock().lock();
      try {
        return entries.remove(key); // expect: UnguardedAccess "table"
      } finally {
        table.readLock().unlock();
      }
    }
  }

  static class Lengths extends Template<String, Integer> {
    @Override
    Integer make(String key) {
      return key.length();
    }
  }

  void anonymousSubclass() {
    Parent parent =
        new Parent() {
          @Override
          public synchronized String toString() {
            own++;
            return "own " + value; // expect: UnguardedAccess "lock"
          }
        };
    System.out.println(parent);
  }
}
