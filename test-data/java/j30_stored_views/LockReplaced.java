// A view is of the lock that the field had when it was stored: it is none of the lock that replaced it.
package j30_stored_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class LockReplaced {
  ReadWriteLock lock = new ReentrantReadWriteLock();
  final Lock kept = lock.writeLock();
  Lock open = lock.writeLock();

  @GuardedBy("lock") // expect: UnstableLock
  private int count;

  void replace() {
    lock = new ReentrantReadWriteLock();
  }

  void throughKept() {
    kept.lock();
    try {
      count++; // expect: UnguardedAccess
    } finally {
      kept.unlock();
    }
  }

  void throughOpen() {
    open.lock(); // expect: UnstableLock
    try {
      count++; // expect: UnguardedAccess
    } finally {
      open.unlock();
    }
  }
}
