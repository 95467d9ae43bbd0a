// The lock is kept only if the method succeeds, which a local flag tells the finally.
package y21_success_flags;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

class SuccessFlags {
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition ready = mutex.newCondition();

  @GuardedBy("mutex")
  private int count;

  @Acquires("mutex")
  void enterWhenReady() throws InterruptedException {
    mutex.lockInterruptibly();
    boolean satisfied = false;
    try {
      while (count == 0) {
        ready.await();
      }
      satisfied = true;
    } finally {
      if (!satisfied) {
        mutex.unlock();
      }
    }
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean enterIf() {
    mutex.lock();
    boolean satisfied = false;
    try {
      return satisfied = count > 0;
    } finally {
      if (!satisfied) {
        mutex.unlock();
      }
    }
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean enterIfAsked(Predicate<Integer> wanted) {
    mutex.lock();
    boolean keep = false;
    try {
      keep = wanted.test(count);
    } finally {
      if (!keep) {
        mutex.unlock();
      }
    }
    return keep;
  }

  @Acquires("mutex")
  void releasedOnThrow(Runnable task) {
    mutex.lock();
    boolean thrown = true;
    try {
      task.run();
      thrown = false;
    } finally {
      if (thrown) {
        mutex.unlock();
      }
    }
  }

  @Acquires("mutex")
  void releasedAlways(Runnable task) {
    mutex.lock();
    boolean done = false;
    try {
      task.run();
    } finally {
      if (!done) {
        mutex.unlock();
      }
    }
  } // expect: BrokenContract "mutex"

  @Acquires("mutex")
  void keptOnThrow(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    boolean done = false;
    try {
      task.run();
      done = true;
    } finally {
      if (done) {
        count++;
      }
    }
  }

  @AcquiresIf(value = "mutex", result = When.TRUE)
  boolean inverted() {
    mutex.lock();
    boolean satisfied = false;
    try {
      return satisfied = count > 0; // expect: BrokenContract "mutex"
    } finally {
      if (satisfied) {
        mutex.unlock();
      }
    }
  }

  void setInCatch(Runnable task) {
    boolean failed = false;
    mutex.lock();
    try {
      task.run();
    } catch (RuntimeException e) {
      failed = true;
    } finally {
      if (failed) {
        count = 0;
      }
      mutex.unlock();
    }
    if (failed) {
      count = -1; // expect: UnguardedAccess "mutex"
    }
  }

  void acquiredInTryByFlag(Runnable task, boolean exclusive) {
    boolean locked = false;
    try {
      if (exclusive) {
        mutex.lock();
        locked = true;
      }
      task.run();
      if (exclusive) {
        count++;
      }
    } finally {
      if (locked) {
        mutex.unlock();
      }
    }
  }
}
