// Helpers with effects: the caller's state follows their contract, their bodies have to keep it on
// every path.
package j16_effect_helpers;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class EffectHelpers {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Acquires("mutex")
  void begin() {
    mutex.lock();
  }

  @Releases("mutex")
  void end() {
    count = 0;
    mutex.unlock();
  }

  void caller() {
    begin();
    try {
      count++;
    } finally {
      end();
    }
    count++; // expect: UnguardedAccess "mutex"
  }

  void leakingCaller() {
    begin();
    count++;
  } // expect: LockLeak "mutex"

  @Acquires("mutex")
  void beginUnless(boolean skip) {
    if (skip) {
      return; // expect: BrokenContract "mutex"
    }
    mutex.lock();
  }

  @Acquires("mutex")
  void beginNothing() {
    count++; // expect: UnguardedAccess "mutex"
  } // expect: BrokenContract "mutex"

  @Releases("mutex")
  void endUnless(boolean skip) {
    if (skip) {
      return; // expect: BrokenContract "mutex"
    }
    mutex.unlock();
  }

  @Releases("mutex")
  void endNothing() {
    count++;
  } // expect: BrokenContract "mutex"

  @Releases("mutex")
  void endEarly() {
    mutex.unlock();
    count++; // expect: UnguardedAccess "mutex"
  }

  @Requires("mutex")
  void dropsRequired() {
    mutex.unlock();
  } // expect: BrokenContract "mutex"

  @Requires("mutex")
  int dropsOnOnePath(boolean drop) {
    if (drop) {
      mutex.unlock();
      return 0; // expect: BrokenContract "mutex"
    }
    return count;
  }

  @Acquires("mutex")
  void beginAndThrow(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    task.run();
  }

  @Acquires("mutex")
  void beginAndUndo(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } catch (Throwable t) {
      mutex.unlock();
      throw t;
    }
  }
}
