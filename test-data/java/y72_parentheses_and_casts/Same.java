package y72_parentheses_and_casts;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Neither parentheses nor a cast make another object. */
final class Same {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = (ReentrantReadWriteLock.ReadLock) rw.readLock();
  private final Lock write = ((ReentrantReadWriteLock) (rw)).writeLock();
  private final Object monitor = new Object();

  @GuardedBy("rw")
  private int count;

  @GuardedBy("monitor")
  private int size;

  Object monitor() {
    return (monitor);
  }

  private ReentrantReadWriteLock views() {
    return (ReentrantReadWriteLock) rw;
  }

  int storedViews(int n) {
    write.lock();
    try {
      count = n;
    } finally {
      write.unlock();
    }
    read.lock();
    try {
      return count;
    } finally {
      read.unlock();
    }
  }

  void writesUnderRead(int n) {
    read.lock();
    try {
      count = n; // expect: UnguardedAccess "held for reading"
    } finally {
      read.unlock();
    }
  }

  void getters(int n) {
    synchronized (monitor()) {
      size = n;
    }
    views().writeLock().lock();
    try {
      count = n;
    } finally {
      views().writeLock().unlock();
    }
    size = n; // expect: UnguardedAccess "monitor"
  }

  void everyElement(Object[] locks) {
    for (int i = 0; i < ((ReentrantLock[]) locks).length; i++) {
      ((ReentrantLock) locks[(i)]).lock();
    }
    try {
      System.out.println(locks.length);
    } finally {
      for (Object lock : (locks)) {
        ((ReentrantLock) lock).unlock();
      }
    }
  }

  void everyElementLeft(Object[] locks) {
    for (Object lock : (locks)) {
      ((ReentrantLock) lock).lock();
    }
  } // expect: LockLeak

  void kept(Collection<ReentrantLock> wanted) {
    List<ReentrantLock> held = new ArrayList<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        ((Collection<ReentrantLock>) held).add((lock));
      }
    } finally {
      held.forEach((ReentrantLock::unlock));
    }
  }

  void keptAsObjects(Collection<ReentrantLock> wanted) {
    Deque<Object> held = new ArrayDeque<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        held.push(lock);
      }
    } finally {
      while (!(held).isEmpty()) {
        ((ReentrantLock) held.pop()).unlock();
      }
    }
  }

  void keptByIterator(Collection<ReentrantLock> wanted) {
    List<ReentrantLock> held = new ArrayList<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        held.add(lock);
      }
    } finally {
      for (Iterator<ReentrantLock> each = (held.iterator()); each.hasNext(); ) {
        ReentrantLock lock = (each.next());
        lock.unlock();
      }
    }
  }

  void keptAndForgotten(Collection<ReentrantLock> wanted) {
    Deque<Object> held = new ArrayDeque<>();
    for (ReentrantLock lock : wanted) {
      lock.lock();
      held.push((Object) lock);
    }
    if (!held.isEmpty()) {
      ((ReentrantLock) held.pop()).unlock();
    }
  } // expect: LockLeak
}
