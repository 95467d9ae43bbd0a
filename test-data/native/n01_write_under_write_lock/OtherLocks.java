package n01;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** The same with a plain lock, a monitor and a stamped lock: written under it, all right. */
final class OtherLocks {
  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int first;

  @GuardedBy("monitor")
  private int second;

  @GuardedBy("this")
  private int third;

  @GuardedBy("stamped")
  private int fourth;

  void plain(int n) {
    lock.lock();
    try {
      first = n;
    } finally {
      lock.unlock();
    }
    first = n; // expect: UnguardedAccess "lock"
  }

  void monitor(int n) {
    synchronized (monitor) {
      second = n;
    }
    second = n; // expect: UnguardedAccess "monitor"
  }

  synchronized void method(int n) {
    third = n;
  }

  void otherMonitor(int n) {
    synchronized (monitor) {
      third = n; // expect: UnguardedAccess
    }
  }

  void stamp(int n) {
    long stamp = stamped.writeLock();
    try {
      fourth = n;
    } finally {
      stamped.unlockWrite(stamp);
    }
    fourth = n; // expect: UnguardedAccess "stamped"
  }
}
