package c_foreign_checker_framework;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import org.checkerframework.checker.lock.qual.MayReleaseLocks;

/** What may be lost in a call is inherited by what overrides it. */
class Overriding {
  interface Step {
    @MayReleaseLocks
    void run();

    void keep();
  }

  static final class Wait implements Step {
    @Override
    public void run() {}

    @Override
    public void keep() {}
  }

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void afterWait(Wait wait) {
    lock.lock();
    try {
      wait.run();
      count = 23; // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void afterStep(Step step) {
    lock.lock();
    try {
      step.run();
      count = 29; // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void kept(Wait wait) {
    lock.lock();
    try {
      wait.keep();
      count = 31;
    } finally {
      lock.unlock();
    }
  }
}
