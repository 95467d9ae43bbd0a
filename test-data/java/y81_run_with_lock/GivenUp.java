// A helper that gives up its callers' lock while it runs a callback, and takes it back.
package y81_run_with_lock;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.MayRelease;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class GivenUp {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int version;

  @GuardedBy("this")
  private int calls;

  private void unlocked(Runnable action) {
    lock.unlock();
    try {
      action.run();
    } finally {
      lock.lock();
    }
  }

  @MayRelease("lock")
  private void declared(Runnable action) {
    lock.unlock();
    try {
      action.run();
    } finally {
      lock.lock();
    }
  }

  private void passedOn(Runnable action) {
    unlocked(action);
  }

  private void counting(Runnable action) {
    count++;
    action.run();
  }

  private int reading(Runnable action) {
    int before = version;
    action.run();
    return before;
  }

  private boolean tried(Runnable action) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      action.run();
      return true;
    } finally {
      lock.unlock();
    }
  }

  synchronized void right() {
    lock.lock();
    try {
      unlocked(() -> calls++);
      declared(() -> calls++);
      passedOn(() -> calls++);
      counting(() -> count++);
    } finally {
      lock.unlock();
    }
    tried(() -> count++);
    rw.writeLock().lock();
    try {
      reading(() -> version++);
    } finally {
      rw.writeLock().unlock();
    }
  }

  synchronized void wrong() {
    lock.lock();
    try {
      unlocked(() -> count++); // expect: UnguardedAccess "lock"
      declared(() -> count++); // expect: UnguardedAccess "lock"
      passedOn(() -> count++); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
    tried(() -> version++); // expect: UnguardedAccess "rw"
    rw.readLock().lock();
    try {
      reading(() -> version++); // expect: UnguardedAccess "for writing"
    } finally {
      rw.readLock().unlock();
    }
  }
}
