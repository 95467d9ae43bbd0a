package c_await_forgets;

import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** await drops the lock in between: a state that needs the lock is forgotten. */
@DefinesState(name = "filled", needs = "lock")
abstract class Buffer {
  final ReentrantLock lock = new ReentrantLock();
  final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  int count;

  @Requires("lock")
  @Establishes("filled")
  abstract void fill();

  @Requires({"lock", "filled"})
  abstract int take();

  int remembered() {
    lock.lock();
    try {
      fill();
      return take();
    } finally {
      lock.unlock();
    }
  }

  int forgottenByAwait() throws InterruptedException {
    lock.lock();
    try {
      fill();
      changed.await();
      count = 3;
      return take(); // expect: LockNotHeld "filled"
    } finally {
      lock.unlock();
    }
  }

  int forgottenByRelease() {
    lock.lock();
    try {
      fill();
    } finally {
      lock.unlock();
    }
    lock.lock();
    try {
      return take(); // expect: LockNotHeld "filled"
    } finally {
      lock.unlock();
    }
  }
}
