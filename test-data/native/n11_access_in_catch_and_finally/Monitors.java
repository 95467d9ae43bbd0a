package n11;

import dev.holdfast.annotations.GuardedBy;

/** The same with monitors: the handler outside the block has left the monitor. */
final class Monitors {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  void inside(String text) {
    synchronized (monitor) {
      try {
        count = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        count = -1;
      } finally {
        count++;
      }
    }
  }

  void outside(String text) {
    try {
      synchronized (monitor) {
        count = Integer.parseInt(text);
      }
    } catch (NumberFormatException e) {
      count = -1; // expect: UnguardedAccess "monitor"
    } finally {
      count = 0; // expect: UnguardedAccess "monitor"
    }
  }
}
