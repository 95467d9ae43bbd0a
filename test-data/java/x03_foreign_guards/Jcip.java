// The @GuardedBy of JCIP counts as a contract, on fields and on methods.
package x03_foreign_guards;

import net.jcip.annotations.GuardedBy;

class Jcip {
  private final Object lock = new Object();

  @GuardedBy("this")
  private int own;

  @GuardedBy("lock")
  private int inner;

  @GuardedBy("Jcip.class")
  private static int shared;

  synchronized void right() {
    own++;
    synchronized (lock) {
      inner++;
    }
    synchronized (Jcip.class) {
      shared++;
    }
  }

  void wrong() {
    own++; // expect: UnguardedAccess "this"
    inner++; // expect: UnguardedAccess "lock"
    shared++; // expect: UnguardedAccess "Jcip.class"
  }

  @GuardedBy("lock")
  void method() {
    inner++;
  }

  void callers() {
    method(); // expect: LockNotHeld "lock"
    synchronized (lock) {
      method();
    }
  }

  class Inner {
    @GuardedBy("Jcip.this")
    private int outer;

    void right() {
      synchronized (Jcip.this) {
        outer++;
      }
      outer--; // expect: UnguardedAccess "Jcip.this"
    }
  }
}
