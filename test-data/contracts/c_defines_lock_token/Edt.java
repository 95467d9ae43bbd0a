package c_defines_lock_token;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.TestsHeld;

/** A token: a type without instances, named by its class literal. No findings here. */
@DefinesLock(label = "event thread")
final class Edt {
  private Edt() {}

  @Acquires("Edt.class")
  @LockUnchecked(reason = "the toolkit starts the thread")
  static void enter() {}

  @Releases("Edt.class")
  @LockUnchecked(reason = "the toolkit ends the thread")
  static void leave() {}

  @TestsHeld("Edt.class")
  @LockUnchecked(reason = "asks the toolkit")
  static boolean isCurrent() {
    return false;
  }
}
