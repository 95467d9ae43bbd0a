// The same for AndroidX.
package x03_foreign_guards;

import androidx.annotation.GuardedBy;

class AndroidX {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private int count;

  void right() {
    synchronized (lock) {
      count++;
    }
  }

  synchronized void wrong() {
    count++; // expect: UnguardedAccess "lock"
  }
}
