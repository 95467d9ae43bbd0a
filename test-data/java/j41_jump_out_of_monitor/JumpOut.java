// break, continue, labelled break and return leave a synchronized block and its monitor: accesses
// afterwards are reported.
package j41_jump_out_of_monitor;

import dev.holdfast.annotations.GuardedBy;

class JumpOut {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  void breaks(int[] steps) {
    for (int step : steps) {
      synchronized (monitor) {
        if (step == 0) {
          break;
        }
        count += step;
      }
    }
    count++; // expect: UnguardedAccess "monitor"
  }

  void continues(int[] steps) {
    for (int i = 0; i < steps.length; i++) {
      synchronized (monitor) {
        if (steps[i] == 0) {
          continue;
        }
        count++;
      }
      count--; // expect: UnguardedAccess "monitor"
    }
  }

  void continuesToCondition() {
    int rounds = 0;
    do {
      synchronized (monitor) {
        rounds++;
        if (count == 0) {
          continue;
        }
        count--;
      }
    } while (count > rounds); // expect: UnguardedAccess "monitor"
  }

  void labelled(int[][] rows) {
    outer:
    for (int[] row : rows) {
      synchronized (monitor) {
        for (int cell : row) {
          if (cell == 0) {
            break outer;
          }
          if (cell == 1) {
            break;
          }
          count += cell;
        }
        count++;
      }
    }
    count--; // expect: UnguardedAccess "monitor"
  }

  void labelledBlock(boolean skip) {
    block:
    {
      synchronized (monitor) {
        if (skip) {
          break block;
        }
        count++;
      }
      count--; // expect: UnguardedAccess "monitor"
    }
    count = 0; // expect: UnguardedAccess "monitor"
  }

  void labelledInside(boolean skip) {
    synchronized (monitor) {
      block:
      {
        if (skip) {
          break block;
        }
        count++;
      }
      count--;
    }
  }

  int returnsThroughFinally(boolean early) {
    try {
      synchronized (monitor) {
        if (early) {
          return count;
        }
        count++;
      }
    } finally {
      count--; // expect: UnguardedAccess "monitor"
    }
    return 0;
  }

  void breakOutOfSwitch(int kind) {
    synchronized (monitor) {
      switch (kind) {
        case 0:
          count = 0;
          break;
        default:
          count++;
      }
      count++;
    }
  }

  void breakOnlyWayOut() {
    while (true) {
      synchronized (monitor) {
        if (count > 0) {
          break;
        }
      }
    }
    count--; // expect: UnguardedAccess "monitor"
  }

  void nestedMonitors(int[] steps) {
    synchronized (this) {
      for (int step : steps) {
        synchronized (monitor) {
          if (step == 0) {
            break;
          }
        }
      }
      own++;
      count++; // expect: UnguardedAccess "monitor"
    }
  }

  @GuardedBy("this")
  private int own;
}
