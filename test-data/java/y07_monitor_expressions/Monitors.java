// What is synchronized on: calls, fresh objects, null checks, nested expressions, and monitors
// that are no guard.
package y07_monitor_expressions;

import dev.holdfast.annotations.GuardedBy;
import java.util.Objects;

class Monitors {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  Object monitor() {
    return monitor;
  }

  void getter() {
    synchronized (monitor()) {
      count++;
    }
  }

  void qualifiedGetter(Monitors other) {
    synchronized (other.monitor()) {
      other.count++;
      count++; // expect: UnguardedAccess "monitor"
    }
  }

  void freshObject() {
    synchronized (new Object()) {
      count++; // expect: UnguardedAccess "monitor"
    }
  }

  void requireNonNull() {
    synchronized (Objects.requireNonNull(monitor)) {
      count++;
    }
  }

  void nestedBlocks() {
    synchronized (this) {
      synchronized (monitor) {
        count++;
      }
    }
    synchronized (monitor) {
      synchronized (this) {
        count++;
      }
      count++;
    }
  }

  void emptyBlock() {
    synchronized (monitor) {
    }
    count++; // expect: UnguardedAccess "monitor"
  }

  int returnInside() {
    synchronized (monitor) {
      return count;
    }
  }

  void tryInside(Runnable task) {
    synchronized (monitor) {
      try {
        task.run();
      } finally {
        count++;
      }
    }
  }

  void holdsLock() {
    if (Thread.holdsLock(monitor)) {
      count++;
    }
    if (!Thread.holdsLock(monitor)) {
      return;
    }
    count++;
  }

  synchronized void methodMonitor() {
    count++; // expect: UnguardedAccess "monitor"
  }

  static synchronized void classMonitor(Monitors other) {
    other.count++; // expect: UnguardedAccess "other.monitor"
  }
}
