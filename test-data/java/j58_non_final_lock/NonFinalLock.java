// A guard that can be assigned again: reported at the contract that names it; assigned while it is
// held, it no longer guards.
package j58_non_final_lock;

import dev.holdfast.annotations.GuardedBy;

class NonFinalLock {
  Object monitor = new Object();

  @GuardedBy("monitor") // expect: UnstableLock "monitor"
  int count;

  void access() {
    synchronized (monitor) {
      count++;
    }
  }

  void reassigned() {
    synchronized (monitor) {
      count++;
      monitor = new Object();
      count++; // expect: UnguardedAccess "monitor"
    }
  }

  void unguarded() {
    count++; // expect: UnguardedAccess "monitor"
  }
}
