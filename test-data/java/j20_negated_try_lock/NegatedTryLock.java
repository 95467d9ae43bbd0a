// A negated tryLock with an early way out: what follows is guarded.
package j20_negated_try_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NegatedTryLock {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void returns() {
    if (!mutex.tryLock()) {
      return;
    }
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  int returnsAccess() {
    if (!mutex.tryLock()) {
      return count; // expect: UnguardedAccess "mutex"
    }
    int copy = count;
    mutex.unlock();
    return copy;
  }

  void throwsOut() {
    if (!table.writeLock().tryLock()) {
      throw new IllegalStateException("busy");
    }
    try {
      size++;
    } finally {
      table.writeLock().unlock();
    }
  }

  void continues(int rounds) {
    for (int i = 0; i < rounds; i++) {
      if (!mutex.tryLock()) {
        continue;
      }
      count++;
      mutex.unlock();
    }
  }

  void breaks() {
    while (true) {
      if (!mutex.tryLock()) {
        break;
      }
      count++;
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void doubleNegation() {
    if (!!mutex.tryLock()) {
      count++;
      mutex.unlock();
    }
  }

  void negatedBranchUnlocks() {
    if (!mutex.tryLock()) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    } else {
      mutex.unlock();
    }
  }

  void notLeft() {
    if (!mutex.tryLock()) {
      System.out.println("busy");
    }
    count++; // expect: UnguardedAccess "mutex"
  }
}
