package c_guardedby_racy_reads;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Racy reads: reading needs nothing, writing needs the guard. */
final class Racy {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy(value = "lock", racyReads = true)
  private volatile int count;

  @GuardedBy(value = "lock", racyReads = true)
  private volatile Object instance;

  @GuardedBy("lock")
  private volatile int plain;

  int read() {
    return count;
  }

  void write(int n) {
    lock.lock();
    count = n;
    lock.unlock();
    count = n; // expect: UnguardedAccess "lock"
  }

  void increment() {
    count++; // expect: UnguardedAccess "lock"
  }

  int volatileIsNotEnough() {
    return plain; // expect: UnguardedAccess "lock"
  }

  Object doubleChecked() {
    Object copy = instance;
    if (copy == null) {
      lock.lock();
      try {
        copy = instance;
        if (copy == null) {
          copy = new Object();
          instance = copy;
        }
      } finally {
        lock.unlock();
      }
    }
    return copy;
  }
}
