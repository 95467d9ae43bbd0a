// Locking that depends on a reference being null.
package j26_same_flag;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NullFlag {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void listener(Runnable listener) {
    if (listener != null) {
      mutex.lock();
    }
    try {
      if (listener != null) {
        count++;
        listener.run();
      }
    } finally {
      if (listener != null) {
        mutex.unlock();
      }
    }
  }

  void optionalLock(Lock lock) {
    if (lock != null) {
      lock.lock();
    }
    try {
      System.out.println("working");
    } finally {
      if (lock != null) {
        lock.unlock();
      }
    }
  }

  void optionalLockKept(Lock lock) {
    if (lock != null) {
      lock.lock();
    }
  } // expect: LockLeak "lock"

  void reassigned(Runnable listener, Runnable other) {
    if (listener != null) {
      mutex.lock();
    }
    listener = other;
    if (listener != null) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (listener != null) {
      mutex.unlock();
    }
  }

  void equalsNull(Runnable listener) {
    if (null == listener) {
      return;
    }
    mutex.lock();
    count++;
    mutex.unlock();
  }
}
