// Acquired on a condition, accessed without it: reported at the access, once for the join.
package j27_conditional_acquire;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class ConditionalAcquire {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void access(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    count++; // expect: UnguardedAccess "mutex"
    if (shared) {
      mutex.unlock();
    }
  }

  void releaseToo(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void numericCondition(int kind) {
    if (kind == 1) {
      mutex.lock();
    }
    count++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  void bothArms(boolean write) {
    if (write) {
      table.writeLock().lock();
    } else {
      table.readLock().lock();
    }
    int copy = size;
    if (write) {
      size = copy + 1;
      table.writeLock().unlock();
    } else {
      table.readLock().unlock();
    }
  }

  void bothArmsWrite(boolean write) {
    if (write) {
      table.writeLock().lock();
    } else {
      table.readLock().lock();
    }
    size++; // expect: UnguardedAccess "table"
    if (write) {
      table.writeLock().unlock();
    } else {
      table.readLock().unlock();
    }
  }

  void bothArmsSame(boolean loud) {
    if (loud) {
      System.out.println("locking");
      mutex.lock();
    } else {
      mutex.lock();
    }
    count++;
    mutex.unlock();
  }

  void call(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    try {
      needsMutex(); // expect: LockNotHeld "mutex"
    } finally {
      if (shared) {
        mutex.unlock();
      }
    }
  }

  @Requires("mutex")
  void needsMutex() {
    count++;
  }
}
