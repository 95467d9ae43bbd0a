// Leading assertions that count holds, or are content with one of several locks.
package j05_entry_assert;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Combined {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantLock a = new ReentrantLock();
  private final ReentrantLock b = new ReentrantLock();
  private volatile boolean closed;

  @GuardedBy("rw")
  private int n;

  @GuardedBy({"a", "b"})
  private int both;

  int any() {
    assert a.isHeldByCurrentThread() || b.isHeldByCurrentThread();
    return both;
  }

  int inAnyMode() {
    if (rw.getReadHoldCount() == 0 && !rw.isWriteLockedByCurrentThread()) {
      throw new IllegalStateException();
    }
    return n;
  }

  int counted() {
    assert rw.getWriteHoldCount() >= 1;
    return n++;
  }

  int once() {
    assert rw.getWriteHoldCount() == 1 : "nested";
    return n++;
  }

  void notYet() {
    if (a.getHoldCount() > 0) {
      throw new IllegalStateException();
    }
    a.lock();
    a.unlock();
  }

  void noReader() {
    assert rw.getReadHoldCount() == 0;
    rw.writeLock().lock();
    try {
      n++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  /** Says nothing of a lock where it is closed. */
  void unlessClosed() {
    assert closed || a.isHeldByCurrentThread();
  }

  void unlessShut() {
    assert isShut() || a.isHeldByCurrentThread();
  }

  void oneWithTheOther() {
    assert !a.isHeldByCurrentThread() || b.isHeldByCurrentThread();
  }

  private boolean isShut() {
    return closed;
  }

  int right() {
    unlessClosed();
    unlessShut();
    oneWithTheOther();
    notYet();
    noReader();
    a.lock();
    try {
      return any();
    } finally {
      a.unlock();
    }
  }

  int other() {
    b.lock();
    try {
      oneWithTheOther();
      return any();
    } finally {
      b.unlock();
    }
  }

  int reads() {
    rw.readLock().lock();
    try {
      return inAnyMode();
    } finally {
      rw.readLock().unlock();
    }
  }

  int writes() {
    rw.writeLock().lock();
    try {
      noReader();
      return inAnyMode() + counted() + once();
    } finally {
      rw.writeLock().unlock();
    }
  }

  int wrong() {
    int sum = any(); // expect: LockNotHeld "'this.a' or 'this.b'"
    sum += inAnyMode(); // expect: LockNotHeld "this.rw"
    rw.readLock().lock();
    try {
      sum += counted(); // expect: LockNotHeld "held for reading"
      sum += once(); // expect: LockNotHeld "held for reading"
    } finally {
      rw.readLock().unlock();
    }
    a.lock();
    try {
      notYet(); // expect: LockExcluded "a.getHoldCount()"
    } finally {
      a.unlock();
    }
    return sum;
  }
}
