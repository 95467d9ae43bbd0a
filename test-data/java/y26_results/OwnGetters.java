// What an override says it gives is what a contract of the parent means by the call.
package y26_results;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class OwnGetters {
  abstract static class Table {
    @GuardedBy("lock()") // expect: UnstableLock
    int size;

    @Requires("lock().readLock()")
    int size() {
      return size;
    }

    @Requires("lock().writeLock()")
    void grow() {
      size++;
    }

    abstract ReentrantReadWriteLock lock();
  }

  static class Locked extends Table {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock other = new ReentrantReadWriteLock();

    @Override
    @Returns("lock")
    ReentrantReadWriteLock lock() {
      return lock;
    }

    ReentrantReadWriteLock lock(int n) {
      return other;
    }

    @Override
    @Requires({})
    int size() {
      lock.readLock().lock();
      try {
        return super.size();
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    @Requires({})
    void grow() {
      lock().writeLock().lock();
      try {
        super.grow();
      } finally {
        lock.writeLock().unlock();
      }
    }

    void growReading() {
      lock.readLock().lock();
      try {
        super.grow(); // expect: LockNotHeld "writing"
      } finally {
        lock.readLock().unlock();
      }
    }

    int sizeOfOther() {
      other.readLock().lock();
      try {
        return super.size(); // expect: LockNotHeld "this.other"
      } finally {
        other.readLock().unlock();
      }
    }
  }

  int outside(Locked table) {
    table.lock().readLock().lock();
    try {
      return table.size;
    } finally {
      table.lock().readLock().unlock();
    }
  }

  int unlocked(Locked table) {
    return table.size; // expect: UnguardedAccess "table.lock"
  }

  int another(Locked table, Locked other) {
    other.lock().readLock().lock();
    try {
      return table.size; // expect: UnguardedAccess "table.lock"
    } finally {
      other.lock().readLock().unlock();
    }
  }
}
