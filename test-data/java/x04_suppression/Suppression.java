// Findings are silenced by @LockUnchecked with a reason, or by @SuppressWarnings for all rules or
// one of them, on any declaration. What is called "all" are the warnings of others: tools write that
// on whatever they make.
package x04_suppression;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Suppression {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @SuppressWarnings("holdfast")
  void all() {
    count++;
    mutex.unlock();
  }

  @SuppressWarnings("holdfast:UnguardedAccess")
  void one() {
    count++;
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  @SuppressWarnings({"unused", "holdfast:UnguardedAccess", "holdfast:ReleaseNotHeld"})
  void several() {
    count++;
    mutex.unlock();
  }

  @SuppressWarnings("holdfast:LockNotHeld")
  void otherRule() {
    count++; // expect: UnguardedAccess "mutex"
  }

  @SuppressWarnings("all")
  void allOfEverything() {
    count++; // expect: UnguardedAccess "mutex"
  }

  @SuppressWarnings({"all", "holdfast:UnguardedAccess"})
  void allAndOne() {
    count++;
  }

  int onLocal() {
    @SuppressWarnings("holdfast")
    int copy = count;
    return copy + count; // expect: UnguardedAccess "mutex"
  }

  @LockUnchecked(reason = "called by the only thread during start-up")
  void unchecked() {
    count++;
    mutex.lock();
  }

  @LockUnchecked(reason = "counts what the native side holds")
  @Requires("mutex")
  void uncheckedWithContract() {
    mutex.unlock();
  }

  @LockUnchecked(reason = "the lock is handed over by another thread")
  @Acquires("mutex")
  void uncheckedEffect() {}

  void callers() {
    unchecked();
    uncheckedWithContract(); // expect: LockNotHeld "mutex"
    uncheckedEffect();
    count++;
    mutex.unlock();
  }

  @SuppressWarnings("holdfast")
  static class Silent {
    @GuardedBy("this")
    private int value;

    void touch() {
      value++;
    }

    static class Nested {
      void touch(Silent silent) {
        silent.value++;
      }
    }
  }

  @LockUnchecked(reason = "generated")
  static class Unchecked {
    @GuardedBy("this")
    int value;

    void touch() {
      value++;
    }
  }

  void fieldOfUnchecked(Unchecked unchecked) {
    unchecked.value++; // expect: UnguardedAccess "unchecked"
  }
}
