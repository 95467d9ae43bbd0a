// A catch inside a synchronized block is still inside it.
package j09_access_in_catch;

import dev.holdfast.annotations.GuardedBy;

class MonitorCatch {
  @GuardedBy("this")
  private int failures;

  void inside(Runnable task) {
    synchronized (this) {
      try {
        task.run();
      } catch (RuntimeException e) {
        failures++;
      }
      failures++;
    }
  }

  synchronized void wholeMethod(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failures++;
    } finally {
      failures--;
    }
  }
}
