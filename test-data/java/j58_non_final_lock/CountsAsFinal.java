// A private field that only constructors assign counts as final; so does, while the holds last, a
// field that its own guard keeps from being written.
package j58_non_final_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class CountsAsFinal {
  static class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  private Object monitor;
  private ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("monitor")
  private int count;

  @GuardedBy("mutex")
  private Shard current = new Shard();

  CountsAsFinal(Object monitor) {
    this.monitor = monitor;
  }

  void access() {
    synchronized (monitor) {
      count++;
    }
    count--; // expect: UnguardedAccess "monitor"
  }

  void replace(Shard shard) {
    mutex.lock();
    current = shard;
    mutex.unlock();
  }

  void throughGuardedField() {
    mutex.lock();
    try {
      current.lock.lock();
      try {
        current.value++;
      } finally {
        current.lock.unlock();
      }
    } finally {
      mutex.unlock();
    }
  }

  void replacedMeanwhile(Shard shard) {
    mutex.lock();
    try {
      Shard before = current;
      before.lock.lock();
      try {
        current.value++;
        current = shard;
        current.value++; // expect: UnguardedAccess
        before.value++;
      } finally {
        before.lock.unlock();
      }
    } finally {
      mutex.unlock();
    }
  }
}
