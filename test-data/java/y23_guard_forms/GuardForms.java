// The forms in which one guard can be written, and receivers chosen by a condition.
package y23_guard_forms;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class GuardForms {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();
  private final Object[] monitors = {new Object(), new Object()};

  @GuardedBy("left")
  private int a;

  @GuardedBy("right")
  private int b;

  @GuardedBy("lock()")
  private int viaGetter;

  @GuardedBy("this.mutex")
  private int viaThis;

  @GuardedBy("GuardForms.this.mutex")
  private int viaQualified;

  @GuardedBy("monitors[0]")
  private int viaElement;

  ReentrantLock lock() {
    return mutex;
  }

  void same() {
    mutex.lock();
    try {
      viaGetter++;
      viaThis++;
      viaQualified++;
    } finally {
      lock().unlock();
    }
    viaGetter++; // expect: UnguardedAccess
    viaThis++; // expect: UnguardedAccess "mutex"
    viaQualified++; // expect: UnguardedAccess "mutex"
  }

  void elements() {
    synchronized (monitors[0]) {
      viaElement++;
    }
    synchronized (monitors[1]) {
      viaElement++; // expect: UnguardedAccess "monitors[0]"
    }
  }

  void chosen(boolean first) {
    (first ? left : right).lock();
    try {
      if (first) {
        a++;
      } else {
        b++;
      }
    } finally {
      (first ? left : right).unlock();
    }
  }

  void chosenLocal(boolean first) {
    ReentrantLock lock = first ? left : right;
    lock.lock();
    try {
      a++; // expect: UnguardedAccess "left"
    } finally {
      lock.unlock();
    }
  }

  class Inner {
    @GuardedBy("GuardForms.this.mutex")
    private int inner;

    void use() {
      GuardForms.this.mutex.lock();
      try {
        inner++;
        viaThis++;
      } finally {
        mutex.unlock();
      }
      inner++; // expect: UnguardedAccess "mutex"
    }
  }
}
