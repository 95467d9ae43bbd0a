package c_rules_places;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Where a finding stands: leaks at each return or the brace, broken promises at each exit. */
class Places {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock other = new ReentrantLock();
  private boolean flag;

  int leakAtEachReturn(int n) {
    lock.lock();
    switch (n) {
      case 1:
        return 3; // expect: LockLeak "lock"
      case 2:
        return 5; // expect: LockLeak "lock"
      default:
        lock.unlock();
    }
    return 7;
  }

  void leakAtTheBrace() {
    lock.lock();
    flag = true;
  } // expect: LockLeak "lock"

  void leakInALambda() {
    Runnable action =
        () -> {
          lock.lock();
          flag = false;
        }; // expect: LockLeak "lock"
  }

  @Acquires("lock")
  int brokenAtEachReturn(int n) {
    if (n == 3) {
      return 1; // expect: BrokenContract "lock"
    }
    if (n == 5) {
      return 2; // expect: BrokenContract "lock"
    }
    lock.lock();
    return 3;
  }

  @Requires("lock")
  void brokenAtTheBrace() {
    lock.unlock();
  } // expect: BrokenContract "lock"

  @Acquires("lock")
  void ownEffectAndAnotherLeak() {
    lock.lock();
    other.lock();
  } // expect: LockLeak "other"

  @Releases("lock")
  void keepsWhatItShouldRelease() {
    flag = true;
  } // expect: BrokenContract "lock"

  @Requires("lock")
  void takesOnceMore() {
    lock.lock();
  } // expect: LockLeak "lock"

  void onThrowAtTheAcquisition(Runnable action) {
    lock.lock();
    try {
      other.lock(); // expect: LockLeakOnThrow "other"
      action.run();
      other.unlock();
    } finally {
      lock.unlock();
    }
  }

  void neverReturns(Runnable action) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    while (true) {
      action.run();
    }
  }
}
