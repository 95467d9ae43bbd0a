package c_guardedby_elements;

import dev.holdfast.annotations.GuardedBy;

/** A record component's accessor is a read of the component. */
final class Records {
  static final Object LOCK = new Object();

  record Sample(@GuardedBy("Records.LOCK") int value, int free) {}

  static int accessor(Sample sample) {
    return sample.value(); // expect: UnguardedAccess "LOCK"
  }

  static int guarded(Sample sample) {
    synchronized (LOCK) {
      return sample.value();
    }
  }

  static int unguardedComponent(Sample sample) {
    return sample.free();
  }
}
