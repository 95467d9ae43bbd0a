// Declared orders are transitive and bind monitors and helpers with effects too.
package j12_nested_locks;

import dev.holdfast.annotations.AcquiredAfter;
import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

class MonitorOrder {
  private final Object first = new Object();

  @AcquiredAfter("first")
  private final Object second = new Object();

  @AcquiredAfter("second")
  private final ReentrantLock third = new ReentrantLock();

  @GuardedBy("first")
  private int a;

  @GuardedBy("second")
  private int b;

  void inOrder() {
    synchronized (first) {
      synchronized (second) {
        third.lock();
        try {
          a = b;
        } finally {
          third.unlock();
        }
      }
    }
  }

  void adjacent() {
    synchronized (second) {
      synchronized (first) { // expect: LockOrder "first"
        a = b;
      }
    }
  }

  void transitive() {
    third.lock();
    try {
      synchronized (first) { // expect: LockOrder "first"
        a++;
      }
    } finally {
      third.unlock();
    }
  }

  @Acquires("third")
  void enter() {
    third.lock();
  }

  @Releases("third")
  void leave() {
    third.unlock();
  }

  void afterHelper() {
    enter();
    synchronized (second) { // expect: LockOrder "second"
      b++;
    }
    leave();
  }

  void helperInOrder() {
    synchronized (second) {
      enter();
      b++;
      leave();
    }
  }
}
