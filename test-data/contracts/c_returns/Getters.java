package c_returns;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Getters that return the very object an expression names. */
class Getters {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  final Getters parent;

  @GuardedBy("lock")
  int count;

  Getters(Getters parent) {
    this.parent = parent;
  }

  @Returns("lock")
  Lock lock() {
    return lock;
  }

  @Returns("lock")
  Lock wrong() {
    return other; // expect: BrokenContract "lock"
  }

  @Returns("lock")
  Lock wrongOnOnePath(int n) {
    if (n == 3) {
      return other; // expect: BrokenContract "lock"
    }
    return lock;
  }

  @Returns("parent")
  Getters parent() {
    return parent;
  }

  Lock inferred() {
    return lock;
  }

  @Returns("parent.lock")
  Lock parentLock() {
    return parent.lock();
  }

  void byGetter(int n) {
    lock().lock();
    count = n;
    lock.unlock();
  }

  void byInferredGetter(int n) {
    inferred().lock();
    count = n;
    lock().unlock();
  }

  void parents(int n) {
    parentLock().lock();
    try {
      parent.count = n;
      parent().count = n;
      count = n; // expect: UnguardedAccess "lock"
    } finally {
      parent().lock().unlock();
    }
  }
}
