// An access in the catch of a try whose finally unlocks is guarded.
package j09_access_in_catch;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class AccessInCatch {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int failures;

  @GuardedBy("table")
  private int size;

  void reentrant(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (RuntimeException e) {
      failures++;
    } finally {
      mutex.unlock();
    }
  }

  void rethrows(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (IllegalStateException | IllegalArgumentException e) {
      failures++;
      throw e;
    } finally {
      mutex.unlock();
    }
    failures = 0; // expect: UnguardedAccess "mutex"
  }

  void multipleCatches(Runnable task) {
    table.writeLock().lock();
    try {
      task.run();
    } catch (IllegalStateException e) {
      size = 0;
    } catch (RuntimeException e) {
      size--;
    } finally {
      table.writeLock().unlock();
    }
  }

  void readInCatch(Runnable task) {
    table.readLock().lock();
    try {
      task.run();
    } catch (RuntimeException e) {
      System.out.println(size);
      size = 0; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  void releasedInCatch(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    try {
      task.run();
      failures = 0;
      mutex.unlock();
    } catch (RuntimeException e) {
      failures++;
      mutex.unlock();
      failures--; // expect: UnguardedAccess "mutex"
    }
  }
}
