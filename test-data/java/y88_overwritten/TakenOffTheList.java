// A local goes on being the object that a field held before it was overwritten.
package y88_overwritten;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class TakenOffTheList {
  static class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;

    @GuardedBy("lock")
    Node next;

    @GuardedBy("this")
    int m;

    Node free;

    @Requires("lock")
    void hit() {}
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();

  @GuardedBy("lock")
  private Node head;

  @GuardedBy("lock")
  private Node free;

  private Node pool;
  private volatile Node current;

  // ---- right

  void pop() {
    Node first;
    lock.lock();
    try {
      first = head;
      if (first == null) return;
      head = free;
    } finally {
      lock.unlock();
    }
    first.lock.lock();
    try {
      first.n = 0;
      first.hit();
    } finally {
      first.lock.unlock();
    }
    synchronized (first) {
      first.m++;
      first.notifyAll();
    }
  }

  void takeApart(Node start) {
    for (Node node = start; node != null; ) {
      Node next;
      node.lock.lock();
      try {
        next = node.next;
        node.next = null;
      } finally {
        node.lock.unlock();
      }
      node = next;
    }
  }

  void overwrittenTwice() {
    Node old = current;
    current = old.free;
    old.lock.lock();
    try {
      old.n++;
      current = null;
      old.n++;
    } finally {
      old.lock.unlock();
    }
  }

  void popThree() {
    Node x = pool;
    pool = x.free;
    Node y = pool;
    pool = y.free;
    Node z = pool;
    pool = z.free;
    x.lock.lock();
    try {
      x.n++;
    } finally {
      x.lock.unlock();
    }
  }

  void awaits() throws InterruptedException {
    lock.lock();
    try {
      Node x = head;
      head = null;
      filled.await();
      x.lock.lock();
      try {
        x.n++;
      } finally {
        x.lock.unlock();
      }
    } finally {
      lock.unlock();
    }
  }

  void yields() {
    lock.lock();
    try {
      lock.unlock();
      Thread.yield();
      lock.lock();
      head = null;
    } finally {
      lock.unlock();
    }
  }

  // ---- wrong

  void theNewOne() {
    Node first;
    lock.lock();
    try {
      first = head;
      if (first == null) return;
      head = free;
    } finally {
      lock.unlock();
    }
    first.lock.lock();
    try {
      pool.n = 0; // expect: UnguardedAccess
    } finally {
      first.lock.unlock();
    }
  }

  void theOther() {
    Node x = pool;
    pool = x.free;
    Node y = pool;
    pool = y.free;
    x.lock.lock();
    try {
      y.n++; // expect: UnguardedAccess
    } finally {
      x.lock.unlock();
    }
  }

  void released() {
    Node old = current;
    current = old.free;
    old.lock.lock();
    current = null;
    old.lock.unlock();
    old.n++; // expect: UnguardedAccess
  }

  void forgets() {
    Node old = current;
    current = old.free;
    old.lock.lock();
    current = null;
  } // expect: LockLeak
}
