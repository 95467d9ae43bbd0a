// tryLock as the condition of an if: held in the then branch, not in the else branch.
package j19_try_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class TryLock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void branches() {
    if (mutex.tryLock()) {
      try {
        count++;
      } finally {
        mutex.unlock();
      }
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void withoutFinally() {
    if (mutex.tryLock()) {
      count++;
      mutex.unlock();
    }
  }

  void afterIf() {
    if (mutex.tryLock()) {
      mutex.unlock();
    }
    count++; // expect: UnguardedAccess "mutex"
  }

  void readView() {
    if (table.readLock().tryLock()) {
      try {
        System.out.println(size);
        size = 0; // expect: UnguardedAccess "table"
      } finally {
        table.readLock().unlock();
      }
    }
  }

  void writeView() {
    if (table.writeLock().tryLock()) {
      try {
        size++;
      } finally {
        table.writeLock().unlock();
      }
    }
  }

  void spin() {
    while (!mutex.tryLock()) {
      Thread.onSpinWait();
    }
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void leaks() {
    if (mutex.tryLock()) {
      count++;
    }
  } // expect: LockLeak "mutex"

  void comparedWithTrue() {
    if (mutex.tryLock() == true) {
      count++;
      mutex.unlock();
    }
  }

  void comparedWithFalse() {
    if (mutex.tryLock() == false) {
      count++; // expect: UnguardedAccess "mutex"
    } else {
      count++;
      mutex.unlock();
    }
  }

  void fallBack() {
    if (!mutex.tryLock()) {
      System.out.println("contended");
      mutex.lock();
    }
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }
}
