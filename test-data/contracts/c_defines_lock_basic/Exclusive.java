package c_defines_lock_basic;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** A lock without a read mode: its shared view names nothing. */
@DefinesLock(name = "gate", label = "gate", shared = false)
abstract class Exclusive {
  @GuardedBy("gate")
  int width;

  @Acquires("gate")
  abstract void close();

  @Releases("gate")
  abstract void open();

  @Requires("gate.readLock()") // expect: InvalidContract "gate"
  abstract void shared();

  void right() {
    close();
    try {
      width = 3;
    } finally {
      open();
    }
  }
}
