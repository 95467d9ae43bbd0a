package c_flow_finally;

import dev.holdfast.annotations.GuardedBy;

/** Every way out of a synchronized block leaves the monitor. */
final class Monitors {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  void labelledBreak(int n) {
    outer:
    while (true) {
      synchronized (monitor) {
        for (int i = 0; i < n; i++) {
          if (count == i) {
            break outer;
          }
        }
      }
    }
    count = n; // expect: UnguardedAccess "monitor"
  }

  void continued(int n) {
    for (int i = 0; i < n; i++) {
      synchronized (monitor) {
        if (count == i) {
          continue;
        }
        count = i;
      }
      count = n; // expect: UnguardedAccess "monitor"
    }
  }

  int yielded(int n) {
    return switch (n) {
      case 1 -> {
        synchronized (monitor) {
          yield count;
        }
      }
      case 2 -> {
        synchronized (monitor) {
          count = n;
        }
        yield count; // expect: UnguardedAccess "monitor"
      }
      default -> count; // expect: UnguardedAccess "monitor"
    };
  }

  int thrown(int n) {
    try {
      synchronized (monitor) {
        if (count == n) {
          throw new IllegalStateException("same");
        }
        return count;
      }
    } catch (IllegalStateException e) {
      return count; // expect: UnguardedAccess "monitor"
    }
  }

  int nested(int n) {
    synchronized (this) {
      synchronized (monitor) {
        if (n == 3) {
          return count;
        }
      }
      return count; // expect: UnguardedAccess "monitor"
    }
  }
}
