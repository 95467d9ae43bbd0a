// Acquire and release inside the try body: in the catch the lock may or may not be held, so an
// access there is reported. Where every statement that can throw stands under the lock, it is
// held.
package j11_acquire_inside_try;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class AcquireInsideTry {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void unknownState(Runnable task) {
    try {
      mutex.lock();
      task.run();
      mutex.unlock();
      task.run();
    } catch (Throwable t) {
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void releasedState(Runnable task) {
    try {
      mutex.lock();
      try {
        task.run();
      } finally {
        mutex.unlock();
      }
    } catch (RuntimeException e) {
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void throwsBeforeAcquire(Runnable task) {
    try {
      task.run();
      mutex.lock();
      count++;
      mutex.unlock();
    } catch (RuntimeException e) {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void heldState(Runnable task) {
    try {
      mutex.lock();
      task.run();
      mutex.unlock();
    } catch (Throwable t) {
      count++;
      mutex.unlock();
    }
  }

  void heldButKept(Runnable task) {
    try {
      mutex.lock();
      task.run();
      mutex.unlock();
    } catch (Throwable t) {
      count++;
    }
  } // expect: LockLeak "mutex"

  int heldAndReturned(Runnable task) {
    try {
      mutex.lock();
      task.run();
      mutex.unlock();
    } catch (Throwable t) {
      return count; // expect: LockLeak "mutex"
    }
    return 0;
  }
}
