// The lock of another class, named through that class.
package j53_static_guard;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Registry {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

  @GuardedBy("Registry.LOCK")
  static int entries;

  static class Client {
    @GuardedBy("Registry.LOCK")
    private int seen;

    int read() {
      Registry.LOCK.readLock().lock();
      try {
        return seen + Registry.entries;
      } finally {
        Registry.LOCK.readLock().unlock();
      }
    }

    void write() {
      LOCK.writeLock().lock();
      try {
        seen = entries;
      } finally {
        LOCK.writeLock().unlock();
      }
      seen = 0; // expect: UnguardedAccess "LOCK"
    }
  }
}
