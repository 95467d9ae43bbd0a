// An exception that leaves a synchronized block has released the monitor: its handler outside is
// unguarded.
package j40_exception_out_of_monitor;

import dev.holdfast.annotations.GuardedBy;

class ExceptionOut {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  void handlerOutside(Runnable task) {
    try {
      synchronized (monitor) {
        task.run();
        count++;
      }
    } catch (RuntimeException e) {
      count--; // expect: UnguardedAccess "monitor"
    }
  }

  void finallyOutside(Runnable task) {
    try {
      synchronized (monitor) {
        task.run();
        count++;
      }
    } finally {
      count--; // expect: UnguardedAccess "monitor"
    }
  }

  void handlerInOuterBlock(Runnable task) {
    synchronized (monitor) {
      try {
        synchronized (monitor) {
          task.run();
        }
      } catch (RuntimeException e) {
        count--;
      }
    }
  }

  void thrownInside(int step) {
    try {
      synchronized (monitor) {
        if (step < 0) {
          throw new IllegalArgumentException();
        }
        count += step;
      }
    } catch (IllegalArgumentException e) {
      count = 0; // expect: UnguardedAccess "monitor"
    }
  }

  void handlerInside(Runnable task) {
    synchronized (monitor) {
      try {
        task.run();
      } catch (RuntimeException e) {
        count--;
      } finally {
        count++;
      }
    }
  }

  synchronized void ownMonitorStays(Runnable task) {
    try {
      synchronized (monitor) {
        task.run();
      }
    } catch (RuntimeException e) {
      own++;
      count++; // expect: UnguardedAccess "monitor"
    }
  }

  @GuardedBy("this")
  private int own;
}
