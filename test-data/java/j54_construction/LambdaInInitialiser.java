// A lambda or an anonymous class created in an initialiser runs later, when the object is shared.
package j54_construction;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

class LambdaInInitialiser {
  @GuardedBy("this")
  private int count;

  private final Runnable lambda = () -> count++; // expect: UnguardedAccess "this"

  private final Runnable anonymous =
      new Runnable() {
        @Override
        public void run() {
          count++; // expect: UnguardedAccess "LambdaInInitialiser.this"
        }
      };

  private final Runnable locked =
      () -> {
        synchronized (this) {
          count++;
        }
      };

  private final Runnable reference;

  LambdaInInitialiser() {
    reference = this::increment; // expect: LockNotHeld "this"
  }

  @Requires("this")
  void increment() {
    count++;
  }
}
