// Taking two locks without waiting, again and again until both are held.
package y24_two_tries;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

class TryBoth {
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();

  @GuardedBy("left")
  private int a;

  @GuardedBy("right")
  private int b;

  void untilBoth() {
    while (true) {
      if (left.tryLock()) {
        try {
          if (right.tryLock()) {
            try {
              a = b;
              return;
            } finally {
              right.unlock();
            }
          }
        } finally {
          left.unlock();
        }
      }
      Thread.yield();
    }
  }

  boolean once() {
    boolean l = false;
    boolean r = false;
    try {
      l = left.tryLock();
      r = right.tryLock();
      if (l && r) {
        a = b;
      }
      return l && r;
    } finally {
      if (r) {
        right.unlock();
      }
      if (l) {
        left.unlock();
      }
    }
  }

  boolean leaksTheFirst() {
    if (!left.tryLock()) {
      return false;
    }
    if (!right.tryLock()) {
      return false; // expect: LockLeak "left"
    }
    a = b;
    right.unlock();
    left.unlock();
    return true;
  }

  boolean timed(long nanos) throws InterruptedException {
    if (!left.tryLock(nanos, TimeUnit.NANOSECONDS)) {
      return false;
    }
    try {
      while (!right.tryLock(nanos, TimeUnit.NANOSECONDS)) {
        if (Thread.interrupted()) {
          return false;
        }
      }
      try {
        a = b;
        return true;
      } finally {
        right.unlock();
      }
    } finally {
      left.unlock();
    }
  }
}
