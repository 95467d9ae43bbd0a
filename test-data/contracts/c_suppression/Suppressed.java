package c_suppression;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Suppression on a declaration: of everything, of one rule, of the wrong rule. */
class Suppressed {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Requires("lock")
  void needs() {
    count = 3;
  }

  @SuppressWarnings("holdfast")
  void everything() {
    count = 5;
    needs();
    lock.unlock();
  }

  @SuppressWarnings("holdfast:LockNotHeld")
  void oneRule() {
    needs();
    count = 7; // expect: UnguardedAccess "lock"
  }

  @SuppressWarnings({"unused", "holdfast:LockNotHeld", "holdfast:UnguardedAccess"})
  void twoRules() {
    needs();
    count = 9;
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  @SuppressWarnings("holdfast:LockLeak")
  void wrongRule() {
    count = 11; // expect: UnguardedAccess "lock"
  }

  void contractOfASuppressedMethodBinds() {
    everything();
  }

  void local() {
    @SuppressWarnings("holdfast")
    int copy = count;
    int other = count; // expect: UnguardedAccess "lock"
  }

  @SuppressWarnings("holdfast:LockLeak")
  void leak() {
    lock.lock();
  }

  @SuppressWarnings("holdfast:LockLeakOnThrow")
  void leakOnThrow(Runnable action) {
    lock.lock();
    action.run();
    lock.unlock();
  }

  @SuppressWarnings("holdfast")
  static final class Whole {
    void anything(Suppressed s) {
      s.count = 13;
      s.needs();
    }
  }

  static final class Initialised {
    private static final Suppressed SHARED = new Suppressed();

    @SuppressWarnings("holdfast:LockNotHeld")
    private final Runnable quiet = SHARED::needs;

    private final Runnable loud = SHARED::needs; // expect: LockNotHeld "SHARED.lock"
  }
}
