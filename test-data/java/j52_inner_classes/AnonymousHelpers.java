// Private helpers of an anonymous class and of an enclosing class are inferred for each call in
// the file.
package j52_inner_classes;

import dev.holdfast.annotations.GuardedBy;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;

class AnonymousHelpers {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  private void increment() {
    count++;
  }

  Runnable unheld() {
    return new Runnable() {
      @Override
      public void run() {
        increment(); // expect: LockNotHeld "mutex"
      }
    };
  }

  Runnable held() {
    return new Runnable() {
      @Override
      public void run() {
        mutex.lock();
        try {
          increment();
        } finally {
          mutex.unlock();
        }
      }
    };
  }

  Runnable ownHelper() {
    return new Runnable() {
      private void decrement() {
        count--;
      }

      @Override
      public void run() {
        mutex.lock();
        try {
          decrement();
        } finally {
          mutex.unlock();
        }
        decrement(); // expect: LockNotHeld "mutex"
      }
    };
  }

  Iterator<Integer> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return count > 0; // expect: UnguardedAccess "mutex"
      }

      @Override
      public Integer next() {
        mutex.lock();
        try {
          return count--;
        } finally {
          mutex.unlock();
        }
      }
    };
  }
}
