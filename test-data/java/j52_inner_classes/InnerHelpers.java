// Private helpers of inner, local and nested classes that touch the enclosing instance's fields.
package j52_inner_classes;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class InnerHelpers {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("this")
  private int own;

  class Inner {
    @GuardedBy("this")
    private int moves;

    private void bump() {
      own++;
    }

    private void move() {
      moves++;
    }

    void held() {
      synchronized (InnerHelpers.this) {
        bump();
        move(); // expect: LockNotHeld
      }
    }

    synchronized void ownMonitor() {
      bump(); // expect: LockNotHeld "InnerHelpers.this"
      move();
    }

    class Deeper {
      private void deep() {
        own++;
        bump();
      }

      void held() {
        synchronized (InnerHelpers.this) {
          deep();
          bump();
        }
        deep(); // expect: LockNotHeld "InnerHelpers.this"
      }
    }
  }

  void local() {
    class Worker {
      private void work() {
        count++;
      }

      void held() {
        mutex.lock();
        try {
          work();
        } finally {
          mutex.unlock();
        }
      }

      void unheld() {
        work(); // expect: LockNotHeld "mutex"
      }
    }
    new Worker().held();
  }

  Runnable anonymous() {
    return new Runnable() {
      private int read() {
        return count;
      }

      @Override
      public void run() {
        Runnable later = () -> read(); // expect: LockNotHeld "mutex"
        mutex.lock();
        try {
          read();
        } finally {
          mutex.unlock();
        }
        later.run();
      }
    };
  }

  static class Nested {
    private final InnerHelpers outer;

    Nested(InnerHelpers outer) {
      this.outer = outer;
    }

    private void bump() {
      outer.count++;
    }

    void held(Nested other) {
      outer.mutex.lock();
      try {
        bump();
        other.bump(); // expect: LockNotHeld "other.outer.mutex"
      } finally {
        outer.mutex.unlock();
      }
    }
  }
}
