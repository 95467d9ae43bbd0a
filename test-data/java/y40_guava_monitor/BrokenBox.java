// The same with a mistake in each.
package y40_guava_monitor;

import com.google.common.util.concurrent.Monitor;
import dev.holdfast.annotations.GuardedBy;

class BrokenBox {
  private final Monitor monitor = new Monitor();
  private final Monitor other = new Monitor();
  private Monitor current = monitor;

  @GuardedBy("monitor")
  private String value;

  private final Monitor.Guard ofOther =
      new Monitor.Guard(other) {
        @Override
        public boolean isSatisfied() {
          return value != null; // expect: UnguardedAccess "monitor"
        }
      };

  private final Monitor.Guard ofAny =
      new Monitor.Guard(current) {
        @Override
        public boolean isSatisfied() {
          return value != null; // expect: UnguardedAccess "monitor"
        }
      };

  private final Monitor.Guard full =
      new Monitor.Guard(monitor) {
        @Override
        public boolean isSatisfied() {
          return value != null;
        }

        @Override
        public String toString() {
          return value; // expect: UnguardedAccess "monitor"
        }
      };

  void replace() {
    current = other;
  }

  String take() throws InterruptedException {
    monitor.enterWhen(full);
    monitor.leave();
    return value; // expect: UnguardedAccess "monitor"
  }

  boolean offer(String next) {
    monitor.enterIf(ofAny); // expect: UncheckedTryLock
    value = next; // expect: UnguardedAccess "monitor"
    return ofOther != null;
  }
}
