// The same for a declared lock: between the acquiring and the releasing method the access is
// accepted.
package j01_plain_lock;

import dev.holdfast.annotations.GuardedBy;

class DeclaredPlain {
  private final Valve valve;

  @GuardedBy("valve.gate")
  private int level;

  DeclaredPlain(Valve valve) {
    this.valve = valve;
  }

  void fill() {
    valve.shut();
    level++;
    valve.open();
  }

  void fillLate() {
    valve.shut();
    valve.open();
    level++; // expect: UnguardedAccess "valve.gate"
  }

  void fillAndTell(Runnable listener) {
    valve.shut(); // expect: LockLeakOnThrow "valve"
    level++;
    listener.run();
    valve.open();
  }
}
