// `TimeUnit.timedWait` waits as `Object.wait` does: in the monitor of its argument.
package j39_wait_notify;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

class TimedWait {
  private final Object gate = new Object();
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("gate")
  private boolean open;

  @GuardedBy("gate")
  private int waiting;

  void inside(long millis) throws InterruptedException {
    synchronized (gate) {
      waiting++;
      try {
        while (!open) {
          TimeUnit.MILLISECONDS.timedWait(gate, millis);
        }
      } finally {
        waiting--;
      }
    }
  }

  void outside(long millis) throws InterruptedException {
    synchronized (gate) {
      waiting++;
    }
    TimeUnit.MILLISECONDS.timedWait(gate, millis); // expect: LockNotHeld "it was released"
  }

  synchronized void inAnother(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.timedWait(gate, millis); // expect: LockNotHeld "gate"
  }

  void locked(long millis) throws InterruptedException {
    lock.lock();
    try {
      TimeUnit.SECONDS.timedWait(lock, millis); // expect: LockNotHeld "the monitor of 'lock'"
    } finally {
      lock.unlock();
    }
  }
}
