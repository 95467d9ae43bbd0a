package y96_lock_of_part;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A part that an object makes for itself, and gives its lock, has that lock. */
class Parts {
  private static final class Part {
    private final Object lock;
    private int number;

    @GuardedBy("lock")
    int count;

    Part(Object lock) {
      this.lock = lock;
    }

    Part(Object lock, int number) {
      this(lock);
      this.number = number;
    }

    void hit() {
      count++;
    }
  }

  private static final class Child {
    private final Parts parent;

    @GuardedBy("parent.mutex")
    int count;

    Child(Parts parent) {
      this.parent = parent;
    }

    void hit() {
      count++;
    }
  }

  private static final class View {
    private final Lock lock;

    @GuardedBy("lock")
    int count;

    View(Lock lock) {
      this.lock = lock;
    }
  }

  private static final class Loose {
    private Object lock;

    @GuardedBy("lock") // expect: UnstableLock
    int count;

    Loose(Object lock) {
      this.lock = lock;
    }

    void change(Object other) {
      lock = other;
    }
  }

  private final Object lock = new Object();
  private final Object other = new Object();
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Part part = new Part(lock);
  private final Part numbered = new Part(this.lock, 7);
  private final Part ofOther = new Part(other);
  private final Part made;
  private final Child child = new Child(this);
  private final View view = new View(rw.writeLock());
  private final Part own = new Part(new Object());
  private final Part either;
  private final Loose loose = new Loose(lock);
  private Part changing = new Part(lock);

  Parts() {
    made = new Part(lock);
    either = new Part(lock);
  }

  Parts(Object given) {
    made = new Part(lock);
    either = new Part(given);
  }

  void use() {
    synchronized (lock) {
      part.count++;
      part.hit();
      made.count++;
      ofOther.number = numbered.number;
    }
  }

  void children() {
    mutex.lock();
    try {
      child.count++;
      child.hit();
    } finally {
      mutex.unlock();
    }
  }

  void views() {
    rw.writeLock().lock();
    try {
      view.count++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  static void ofAnother(Parts some) {
    synchronized (some.lock) {
      some.part.count++;
    }
  }

  void partsLock() {
    synchronized (part.lock) {
      part.count++;
    }
  }

  /* What is wrong. */

  void wrong() {
    synchronized (lock) {
      ofOther.count++; // expect: UnguardedAccess "lock"
      own.count++; // expect: UnguardedAccess "lock"
      either.count++; // expect: UnguardedAccess "lock"
      changing.count++; // expect: UnguardedAccess "lock"
      loose.count++; // expect: UnguardedAccess "lock"
    }
  }

  void none() {
    part.hit(); // expect: LockNotHeld "lock"
    child.hit(); // expect: LockNotHeld "mutex"
  }

  void reading() {
    rw.readLock().lock();
    try {
      view.count++; // expect: UnguardedAccess "rw"
    } finally {
      rw.readLock().unlock();
    }
  }

  void ofTwo(Parts some) {
    synchronized (lock) {
      some.part.count++; // expect: UnguardedAccess "some"
    }
  }

  void change() {
    synchronized (lock) {
      changing = new Part(other);
    }
  }
}
