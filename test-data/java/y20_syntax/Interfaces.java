// Private and static interface methods, and constants as locks.
package y20_syntax;

import dev.holdfast.annotations.Requires;

interface Interfaces {
  Object LOCK = new Object();

  int[] SHARED = new int[1];

  @Requires("Interfaces.LOCK")
  default void update() {
    SHARED[0]++;
  }

  default void safely() {
    synchronized (LOCK) {
      helper();
    }
    helper(); // expect: LockNotHeld "LOCK"
  }

  private void helper() {
    update();
  }

  static void run(Interfaces target) {
    target.update(); // expect: LockNotHeld "LOCK"
    synchronized (Interfaces.LOCK) {
      target.update();
    }
  }
}
