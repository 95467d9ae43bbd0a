package n06;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locked in one arm only, then used: a finding at the first use, later uses of that join silent.
 */
final class Arms {
  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("monitor")
  private int other;

  private int mode;

  void access(int n) {
    if (mode == 1) {
      lock.lock();
    }
    count = n; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void call(int n) {
    if (mode == 2) {
      lock.lock();
    } else {
      mode = n;
    }
    try {
      set(n); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  @Requires("lock")
  void set(int n) {
    count = n;
  }

  void release() {
    if (mode == 3) {
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void leak() {
    if (mode == 4) {
      lock.lock();
    }
  } // expect: LockLeak "lock"

  int leakAtReturn(int n) {
    switch (n) {
      case 1:
        lock.lock();
        break;
      default:
        mode = n;
    }
    return n; // expect: LockLeak "lock"
  }

  void insideTheArm(int n) {
    if (mode == 5) {
      lock.lock();
      count = n;
      lock.unlock();
    }
  }

  void monitor(int n) {
    if (mode == 6) {
      synchronized (monitor) {
        other = n;
      }
    }
    other = n; // expect: UnguardedAccess "monitor"
  }
}
