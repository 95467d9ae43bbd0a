package c_defines_lock_basic;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** A declared lock: no field of that name, a label for messages, not reentrant, with two modes. */
@DefinesLock(name = "slot", label = "slot lock")
abstract class Ticket {
  @GuardedBy("slot")
  int number;

  @Acquires("slot.readLock()")
  abstract void share();

  @Acquires("slot.writeLock()")
  abstract void own();

  @Releases("slot.readLock()")
  abstract void unshare();

  @Releases("slot.writeLock()")
  abstract void disown();

  void modes() {
    share();
    try {
      int copy = number;
      number = 3; // expect: UnguardedAccess "slot lock"
    } finally {
      unshare();
    }
    own();
    try {
      number = 5;
    } finally {
      disown();
    }
    number = 7; // expect: UnguardedAccess "slot lock"
  }

  void notReentrant() {
    own();
    try {
      own(); // expect: DoubleAcquire "slot lock"
      disown();
    } finally {
      disown();
    }
  }

  void notReentrantShared() {
    share();
    try {
      share(); // expect: DoubleAcquire "slot lock"
      unshare();
    } finally {
      unshare();
    }
  }

  void noUpgrade() {
    share();
    try {
      own(); // expect: DoubleAcquire "slot lock"
      disown();
    } finally {
      unshare();
    }
  }

  void wrongMode() {
    share();
    disown(); // expect: ReleaseNotHeld "slot lock"
  }

  static void ofAnother(Ticket a, @Requires("slot") Ticket b) {
    b.number = 9;
    a.number = 11; // expect: UnguardedAccess "slot lock"
  }
}
