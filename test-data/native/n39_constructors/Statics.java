package n39;

import dev.holdfast.annotations.GuardedBy;

/**
 * A static initialiser writes the class's own static guarded state: right; a constructor does not.
 */
final class Statics {
  private static final Object LOCK = new Object();

  @GuardedBy("LOCK")
  private static int made;

  @GuardedBy("Statics.class")
  private static int limit = 3;

  static {
    made = 5;
    limit = 7;
  }

  Statics() {
    made = 9; // expect: UnguardedAccess "LOCK"
  }

  Statics(int n) {
    synchronized (LOCK) {
      made = n;
    }
  }

  static synchronized void raise() {
    limit = 11;
  }

  synchronized void raiseFromInstance() {
    limit = 13; // expect: UnguardedAccess "Statics.class"
  }
}
