// A synchronized block inside the try: its catch is outside.
package j11_acquire_inside_try;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class MonitorInsideTry {
  private final ReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("this")
  private int count;

  @GuardedBy("table")
  private int size;

  void outside(Runnable task) {
    try {
      synchronized (this) {
        task.run();
      }
    } catch (RuntimeException e) {
      count++; // expect: UnguardedAccess "this"
    }
  }

  void inside(Runnable task) {
    synchronized (this) {
      try {
        task.run();
      } catch (RuntimeException e) {
        count++;
      }
    }
  }

  void readThenWrite(Runnable task) {
    try {
      table.readLock().lock();
      try {
        task.run();
      } finally {
        table.readLock().unlock();
      }
    } catch (RuntimeException e) {
      System.out.println(size); // expect: UnguardedAccess "table"
    } finally {
      size = 0; // expect: UnguardedAccess "table"
    }
  }
}
