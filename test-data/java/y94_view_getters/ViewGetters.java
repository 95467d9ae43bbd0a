package y94_view_getters;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A getter that returns a view of an unchanging lock gives that view. */
class ViewGetters {
  private static final ReadWriteLock SHARED = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private ReentrantReadWriteLock changing = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private int value;

  @GuardedBy("SHARED")
  private static int all;

  @GuardedBy("changing") // expect: UnstableLock
  private int loose;

  private Lock readLock() {
    return rw.readLock();
  }

  Lock writeLock() {
    return this.rw.writeLock();
  }

  private static Lock shared() {
    return SHARED.writeLock();
  }

  private Lock loose() {
    return changing.writeLock();
  }

  void change() {
    changing = new ReentrantReadWriteLock();
  }

  int reads() {
    readLock().lock();
    try {
      return value;
    } finally {
      readLock().unlock();
    }
  }

  void writes() {
    writeLock().lock();
    try {
      value++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  void kept() {
    Lock lock = writeLock();
    lock.lock();
    try {
      value++;
    } finally {
      lock.unlock();
    }
  }

  static void ofAll() {
    shared().lock();
    try {
      all++;
    } finally {
      shared().unlock();
    }
  }

  static int ofOther(ViewGetters other) {
    other.readLock().lock();
    try {
      return other.value;
    } finally {
      other.readLock().unlock();
    }
  }

  void nested() {
    new Object() {
      void run() {
        writeLock().lock();
        try {
          value++;
        } finally {
          writeLock().unlock();
        }
      }
    }.run();
  }

  /* What is wrong. */

  void writesUnderRead() {
    readLock().lock();
    try {
      value++; // expect: UnguardedAccess "rw"
    } finally {
      readLock().unlock();
    }
  }

  void wrongView() {
    readLock().lock(); // expect: LockLeakOnThrow
    System.out.println(value);
    writeLock().unlock(); // expect: ReleaseNotHeld
  }

  int ofAnother(ViewGetters other) {
    other.readLock().lock();
    try {
      return value; // expect: UnguardedAccess "this.rw"
    } finally {
      other.readLock().unlock();
    }
  }

  int leaves() {
    readLock().lock(); // expect: LockLeakOnThrow
    System.out.println("held");
    return value; // expect: LockLeak
  }

  void ofChanging() {
    loose().lock();
    try {
      loose++; // expect: UnguardedAccess "changing"
    } finally {
      loose().unlock();
    }
  }

  void upgrades() {
    readLock().lock();
    try {
      writeLock().lock(); // expect: DoubleAcquire
      writeLock().unlock();
    } finally {
      readLock().unlock();
    }
  }
}
