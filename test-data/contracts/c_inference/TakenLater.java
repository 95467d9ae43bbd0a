package c_inference;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A helper that looks without the lock and takes it later: its callers are told to hold the lock,
 * and those who do that this is out of order or excluded. The helper itself takes nothing wrongly.
 */
final class TakenLater {
  @AcquiredBefore("second")
  private final ReentrantLock first = new ReentrantLock();

  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("second")
  private int count;

  @Excludes("second")
  void alone() {}

  private void ordered() {
    int seen = count;
    first.lock();
    second.lock();
    count = seen + 1;
    second.unlock();
    first.unlock();
  }

  private void excluding() {
    int seen = count;
    alone();
    second.lock();
    count = seen + 1;
    second.unlock();
  }

  private void sometimes(boolean early) {
    int seen = count;
    if (early) {
      first.lock();
      first.unlock();
    }
    second.lock();
    count = seen + 1;
    second.unlock();
  }

  private void wrongItself() {
    int seen = count;
    second.lock();
    try {
      alone(); // expect: LockExcluded "second"
      first.lock(); // expect: LockOrder "second"
      first.unlock();
      count = seen + 1;
    } finally {
      second.unlock();
    }
  }

  void nothingHeld(boolean early) {
    ordered(); // expect: LockNotHeld "second"
    excluding(); // expect: LockNotHeld "second"
    sometimes(early); // expect: LockNotHeld "second"
    wrongItself(); // expect: LockNotHeld "second"
  }

  void held(boolean early) {
    second.lock();
    try {
      ordered(); // expect: LockOrder "it is taken here"
      excluding(); // expect: LockExcluded "it must not be held here"
      sometimes(early); // expect: LockOrder "it is taken here"
    } finally {
      second.unlock();
    }
  }

  void outerHeld(boolean early) {
    first.lock();
    second.lock();
    try {
      ordered();
      sometimes(early);
    } finally {
      second.unlock();
      first.unlock();
    }
  }
}
