// Guards of a monitor: their conditions are asked by a thread that occupies it.
package y40_guava_monitor;

import com.google.common.util.concurrent.Monitor;
import dev.holdfast.annotations.GuardedBy;

class Box {
  private final Monitor monitor = new Monitor();

  @GuardedBy("monitor")
  private String value;

  private final Monitor.Guard full =
      new Monitor.Guard(monitor) {
        @Override
        public boolean isSatisfied() {
          return value != null;
        }
      };

  private final Monitor.Guard empty = monitor.newGuard(() -> value == null);

  String take() throws InterruptedException {
    monitor.enterWhen(full);
    try {
      String taken = value;
      value = null;
      return taken;
    } finally {
      monitor.leave();
    }
  }

  void put(String next) throws InterruptedException {
    monitor.enter();
    try {
      monitor.waitFor(empty);
      value = next;
    } finally {
      monitor.leave();
    }
  }

  boolean offer(String next) {
    if (!monitor.enterIf(empty)) {
      return false;
    }
    try {
      value = next;
      return true;
    } finally {
      monitor.leave();
    }
  }

  String takeWhen(String wanted) throws InterruptedException {
    Monitor mine = monitor;
    Monitor.Guard there =
        new Monitor.Guard(this.monitor) {
          @Override
          public boolean isSatisfied() {
            return wanted.equals(value);
          }
        };
    mine.enterWhen(there);
    try {
      return value;
    } finally {
      mine.leave();
    }
  }
}
