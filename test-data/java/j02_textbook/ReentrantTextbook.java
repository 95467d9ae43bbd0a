// lock; try { } finally { unlock }: accepted inside, reported after the finally.
package j02_textbook;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class ReentrantTextbook {
  private final Lock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  int incrementAndGet() {
    mutex.lock();
    try {
      return ++count;
    } finally {
      mutex.unlock();
    }
  }

  void mayThrow(Runnable task) {
    mutex.lock();
    try {
      task.run();
      count++;
      if (count > 100) {
        throw new IllegalStateException("full");
      }
    } finally {
      mutex.unlock();
    }
  }

  int afterFinally() {
    int before;
    mutex.lock();
    try {
      before = count;
    } finally {
      mutex.unlock();
    }
    return before + count; // expect: UnguardedAccess "mutex"
  }

  int nestedTry(Runnable task) {
    mutex.lock();
    try {
      try {
        task.run();
      } finally {
        count++;
      }
      return count;
    } finally {
      mutex.unlock();
    }
  }

  void twice() {
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
    count = 0; // expect: UnguardedAccess "mutex"
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  int catchAndFinally(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (IllegalStateException e) {
      return -1;
    } finally {
      mutex.unlock();
    }
    return count; // expect: UnguardedAccess "mutex"
  }
}
