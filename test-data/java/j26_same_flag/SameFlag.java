// Acquire, access and release under one unmodified flag are right; a flag that is assigned in
// between proves nothing.
package j26_same_flag;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class SameFlag {
  private final ReentrantLock mutex = new ReentrantLock();
  private boolean mode;

  @GuardedBy("mutex")
  private int count;

  void setMode(boolean value) {
    mode = value;
  }

  void parameter(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    if (shared) {
      count++;
    }
    if (shared) {
      mutex.unlock();
    }
  }

  void local(Runnable task) {
    final boolean shared = mode;
    if (shared) {
      mutex.lock();
    }
    try {
      task.run();
      if (shared) {
        count++;
      }
    } finally {
      if (shared) {
        mutex.unlock();
      }
    }
  }

  void negated(boolean exclusive) {
    if (!exclusive) {
      mutex.lock();
    }
    if (exclusive) {
      System.out.println("exclusive");
    } else {
      count++;
    }
    if (!exclusive) {
      mutex.unlock();
    }
  }

  void oppositeBranch(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    if (!shared) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (shared) {
      mutex.unlock();
    }
  }

  void reassigned(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    shared = mode;
    if (shared) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (shared) {
      mutex.unlock();
    }
  }

  void reassignedBeforeRelease(boolean shared) {
    if (shared) {
      mutex.lock();
    }
    if (shared) {
      count++;
    }
    shared = mode;
    if (shared) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void field() {
    if (mode) {
      mutex.lock();
    }
    if (mode) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (mode) {
      mutex.unlock();
    }
  }

  void setInBranch(int step) {
    boolean locked = false;
    if (step > 0) {
      mutex.lock();
      locked = true;
    }
    if (locked) {
      count += step;
      mutex.unlock();
    }
  }

  void loopKeepsFlag(boolean shared, int[] steps) {
    if (shared) {
      mutex.lock();
    }
    try {
      for (int step : steps) {
        if (shared) {
          count += step;
        }
      }
    } finally {
      if (shared) {
        mutex.unlock();
      }
    }
  }
}
