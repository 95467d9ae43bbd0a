// wait and notify outside the monitor are reported; inside they are right and the monitor is still
// held after wait.
package j39_wait_notify;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

class WaitNotify {
  private final Object monitor = new Object();

  @GuardedBy("this")
  private boolean ready;

  @GuardedBy("monitor")
  private int count;

  synchronized void await() throws InterruptedException {
    while (!ready) {
      wait();
    }
    ready = false;
  }

  synchronized void announce() {
    ready = true;
    notifyAll();
  }

  void block() throws InterruptedException {
    synchronized (monitor) {
      while (count == 0) {
        monitor.wait(100);
      }
      count--;
      monitor.notify();
    }
  }

  void waitOutside() throws InterruptedException {
    wait(); // expect: LockNotHeld "this"
  }

  void notifyOutside() {
    notify(); // expect: LockNotHeld "this"
    monitor.notifyAll(); // expect: LockNotHeld "monitor"
  }

  synchronized void wrongMonitor() throws InterruptedException {
    monitor.wait(); // expect: LockNotHeld "monitor"
  }

  void afterBlock() {
    synchronized (monitor) {
      count++;
    }
    monitor.notify(); // expect: LockNotHeld "monitor"
  }

  void handler() {
    synchronized (monitor) {
      try {
        monitor.wait();
      } catch (InterruptedException e) {
        count--;
      }
      count++;
    }
  }

  @Requires("this")
  void announceUnderContract() {
    ready = true;
    this.notifyAll();
  }
}
