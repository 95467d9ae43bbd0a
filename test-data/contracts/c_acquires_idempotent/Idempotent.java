package c_acquires_idempotent;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** An idempotent acquisition may be repeated, and one release ends it. */
@DefinesLock(name = "mark", label = "mark")
abstract class Idempotent {
  @GuardedBy("mark")
  int count;

  @Acquires(value = "mark", idempotent = true)
  abstract void ensure();

  @Acquires("mark")
  abstract void take();

  @Releases("mark")
  abstract void drop();

  void twice() {
    ensure();
    try {
      ensure();
      count = 3;
    } finally {
      drop();
    }
    count = 5; // expect: UnguardedAccess "mark"
  }

  void droppedTwice() {
    ensure();
    drop();
    drop(); // expect: ReleaseNotHeld "mark"
  }

  void notIdempotent() {
    ensure();
    try {
      take(); // expect: DoubleAcquire "mark"
      drop();
    } finally {
      drop();
    }
  }

  @Requires("mark")
  void heldByContract() {
    ensure();
    count = 7;
  }

  void leaked() {
    ensure();
  } // expect: LockLeak "mark"
}
