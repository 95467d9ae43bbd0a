// Bodies of anonymous, local and inner classes do not inherit what is held around them; they can
// take the outer instance's lock.
package j52_inner_classes;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class InnerClasses {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("this")
  private int own;

  @GuardedBy("mutex")
  private int count;

  synchronized Runnable anonymous() {
    return new Runnable() {
      @Override
      public void run() {
        own++; // expect: UnguardedAccess "InnerClasses.this"
      }
    };
  }

  synchronized void anonymousToExecutor(Executor executor) {
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            synchronized (InnerClasses.this) {
              own++;
            }
            synchronized (this) {
              own--; // expect: UnguardedAccess "InnerClasses.this"
            }
          }
        });
  }

  synchronized void localClass() {
    class Worker {
      void work() {
        own++; // expect: UnguardedAccess "InnerClasses.this"
      }

      void workSafely() {
        mutex.lock();
        try {
          count++;
        } finally {
          mutex.unlock();
        }
        synchronized (InnerClasses.this) {
          own++;
        }
      }
    }
    new Worker().workSafely();
    own++;
  }

  class Cursor {
    @GuardedBy("InnerClasses.this")
    private int position;

    @GuardedBy("this")
    private int moves;

    void move() {
      synchronized (InnerClasses.this) {
        position++;
        own++;
      }
      position--; // expect: UnguardedAccess "InnerClasses.this"
    }

    synchronized void ownMonitor() {
      moves++;
      position++; // expect: UnguardedAccess "InnerClasses.this"
      own++; // expect: UnguardedAccess "InnerClasses.this"
    }

    @Requires("InnerClasses.this")
    void moveUnderContract() {
      position++;
      own++;
      moves++; // expect: UnguardedAccess "this"
    }

    @Requires("mutex")
    void outerField() {
      count++;
    }
  }

  void callers(Cursor cursor) {
    cursor.moveUnderContract(); // expect: LockNotHeld
    cursor.outerField(); // expect: LockNotHeld "mutex"
  }

  class Deep {
    class Deeper {
      void work() {
        synchronized (InnerClasses.this) {
          own++;
        }
        synchronized (Deep.this) {
          own++; // expect: UnguardedAccess "InnerClasses.this"
        }
      }
    }
  }

  static class Nested {
    @GuardedBy("this")
    private int value;

    void otherOuter(InnerClasses outer) {
      synchronized (outer) {
        outer.own++;
      }
      synchronized (this) {
        outer.own++; // expect: UnguardedAccess "outer"
        value++;
      }
    }
  }

  synchronized int otherInstance(Cursor cursor) {
    return cursor.position; // expect: UnguardedAccess "cursor.outer"
  }
}
