package c_foreign_guarded_by;

import java.util.concurrent.locks.ReentrantLock;

/** Error Prone's guard, and its older annotations of effects. */
final class ErrorProne {
  private final ReentrantLock lock = new ReentrantLock();

  @com.google.errorprone.annotations.concurrent.GuardedBy("lock")
  private int count;

  @com.google.errorprone.annotations.concurrent.GuardedBy("lock")
  void set(int n) {
    count = n;
  }

  @com.google.errorprone.annotations.concurrent.LockMethod("lock")
  void begin() {
    lock.lock();
  }

  @com.google.errorprone.annotations.concurrent.UnlockMethod("lock")
  void end() {
    lock.unlock();
  }

  @com.google.errorprone.annotations.concurrent.LockMethod("lock")
  void brokenBegin() {} // expect: BrokenContract "lock"

  @com.google.errorprone.annotations.concurrent.UnlockMethod("lock")
  void brokenEnd() {} // expect: BrokenContract "lock"

  void held(int n) {
    begin();
    try {
      count = n;
      set(n);
    } finally {
      end();
    }
    count = n; // expect: UnguardedAccess "lock"
    set(n); // expect: LockNotHeld "lock"
  }

  @SuppressWarnings("GuardedBy")
  void silenced(int n) {
    count = n;
    set(n);
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }
}
