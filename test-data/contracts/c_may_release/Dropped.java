package c_may_release;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Held on entry and exit, perhaps dropped in between: what depended on the hold is forgotten. */
abstract class Dropped {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @MayRelease("lock")
  void pause() {
    lock.unlock();
    try {
      Thread.onSpinWait();
    } finally {
      lock.lock();
    }
  }

  @MayRelease("lock")
  void notRetaken() {
    lock.unlock();
  } // expect: BrokenContract "lock"

  @Requires("lock")
  @MayRelease("lock")
  void requiredToo(boolean retakes) {
    lock.unlock();
    if (!retakes) {
      return; // expect: BrokenContract "Requires"
    }
    lock.lock();
  }

  void caller() {
    lock.lock();
    try {
      pause();
      count = 3;
    } finally {
      lock.unlock();
    }
  }

  void notHeld() {
    pause(); // expect: LockNotHeld "lock"
  }

  @Requires("lock")
  void byContract() {
    pause();
    count = 5;
  }
}
