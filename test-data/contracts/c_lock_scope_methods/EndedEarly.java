package c_lock_scope_methods;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** What a scope took is what its method gives up, by whatever name it has it. */
final class EndedEarly {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void right(boolean b) {
    try (Once scope = new Once(lock)) {
      count = 2;
      if (b) {
        scope.release();
      }
    }
  }

  void byHand() {
    Once scope = new Once(lock);
    count = 3;
    scope.release();
  }

  void after() {
    try (Once scope = new Once(lock)) {
      scope.release();
      count = 5; // expect: UnguardedAccess "was released in line"
    }
  }

  void twice() {
    try (Once scope = new Once(lock)) {
      scope.release();
      scope.release(); // expect: ReleaseNotHeld "lock"
    }
  }

  void onOnePath(boolean b) {
    try (Once scope = new Once(lock)) {
      if (b) {
        scope.release();
      }
      count = 7; // expect: UnguardedAccess "was released in line"
    }
  }

  void inLoop(int n) {
    for (int i = 0; i < n; i++) {
      Once scope = new Once(lock);
      count++;
      scope.release();
    }
  }

  void forgotten() {
    Once scope = new Once(lock);
    count = 9;
  } // expect: LockLeak "lock"
}
