// Where others can make objects too, or nobody does, initialisers are on their own; nobody can hold
// a lock where constants of an enum are made.
package y48_constructors_as_helpers;

import dev.holdfast.annotations.GuardedBy;

class Open {
  @GuardedBy("Open.class")
  private static int made;

  private final int first = made; // expect: UnguardedAccess "Open.class"
  private final int second;

  Open() {
    second = 0;
  }

  private Open(int step) {
    made += step;
    second = made;
  }

  static Open counted() {
    synchronized (Open.class) {
      return new Open(1);
    }
  }

  static Open uncounted() {
    return new Open(2); // expect: LockNotHeld "Open.class"
  }

  int sum() {
    return first + second;
  }

  private enum Kind {
    FIRST,
    SECOND {
      private final int fourth = made; // expect: UnguardedAccess "Open.class"
    };

    private final int third = made; // expect: UnguardedAccess "Open.class"
  }

  private class Unused {
    private final int third = made; // expect: UnguardedAccess "Open.class"
  }
}
