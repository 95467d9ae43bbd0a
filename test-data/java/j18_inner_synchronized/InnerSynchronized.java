// A monitor taken again inside itself is still held after the inner block.
package j18_inner_synchronized;

import dev.holdfast.annotations.GuardedBy;

class InnerSynchronized {
  private final Object monitor = new Object();

  @GuardedBy("this")
  private int own;

  @GuardedBy("monitor")
  private int inner;

  void block() {
    synchronized (monitor) {
      synchronized (monitor) {
        inner++;
      }
      inner++;
    }
    inner++; // expect: UnguardedAccess "monitor"
  }

  synchronized void method() {
    synchronized (this) {
      own++;
    }
    own++;
  }

  synchronized void calls() {
    method();
    own++;
  }

  void breakFromInner(int[] steps) {
    synchronized (monitor) {
      for (int step : steps) {
        synchronized (monitor) {
          if (step == 0) {
            break;
          }
          inner += step;
        }
      }
      inner++;
    }
  }

  void exceptionFromInner(Runnable task) {
    synchronized (monitor) {
      try {
        synchronized (monitor) {
          task.run();
        }
      } catch (RuntimeException e) {
        inner++;
      }
    }
  }

  void inTheMiddle(InnerSynchronized other) {
    synchronized (monitor) {
      synchronized (other.monitor) {
        inner += other.inner;
      }
      inner += other.inner; // expect: UnguardedAccess "other.monitor"
    }
  }

  static synchronized void onClass() {
    synchronized (InnerSynchronized.class) {
      total++;
    }
    total++;
  }

  @GuardedBy("InnerSynchronized.class")
  private static int total;
}
