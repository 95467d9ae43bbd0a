// A method that may release in between: the lock has to be held, is held afterwards, and what was
// known only because of the hold is forgotten.
package x07_may_release;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.MayRelease;
import java.util.concurrent.locks.ReentrantLock;

class MayReleasing {
  static final class Shard {
    @GuardedBy("this")
    int value;
  }

  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private Shard current = new Shard();

  @GuardedBy("mutex")
  private int count;

  void replace(Shard shard) {
    mutex.lock();
    current = shard;
    mutex.unlock();
  }

  @MayRelease("mutex")
  void pause() {
    mutex.unlock();
    Thread.onSpinWait();
    mutex.lock();
  }

  @MayRelease("mutex")
  void neverRetakes() {
    mutex.unlock();
  } // expect: BrokenContract "mutex"

  void unheld() {
    pause(); // expect: LockNotHeld "mutex"
  }

  void held() {
    mutex.lock();
    try {
      count++;
      pause();
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void factsAcross() {
    mutex.lock();
    try {
      Shard shard = current;
      synchronized (shard) {
        current.value++;
        pause();
        shard.value++;
        current.value++; // expect: UnguardedAccess
      }
    } finally {
      mutex.unlock();
    }
  }
}
