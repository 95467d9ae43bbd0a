package c_defines_lock_basic;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;

/** Without a label the name stands in messages; a reentrant one may be taken again. */
@DefinesLock(name = "counter", reentrant = true)
abstract class Unlabelled {
  @GuardedBy("counter")
  int value;

  @Acquires("counter")
  abstract void enter();

  @Releases("counter")
  abstract void leave();

  void again() {
    enter();
    try {
      enter();
      leave();
      value = 3;
    } finally {
      leave();
    }
    value = 5; // expect: UnguardedAccess "counter"
  }

  void subtype(Special special) {
    special.value = 7; // expect: UnguardedAccess "counter"
    special.enter();
    try {
      special.value = 9;
    } finally {
      special.leave();
    }
  }

  abstract static class Special extends Unlabelled {}
}
