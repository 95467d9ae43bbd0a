package c_lock_scope_downgrade;

/** The hold of a scope is downgraded on the way: reading goes on, writing is a finding. */
final class Users {
  private long seen;

  void downgraded(Vma r) {
    try (WriteHold hold = WriteHold.of(r.space)) {
      r.lockWrite();
      r.flags = 3;
      hold.downgrade();
      seen = r.flags;
      r.flags = 5; // expect: UnguardedAccess "region lock"
    }
    seen = r.flags; // expect: UnguardedAccess "stability"
  }

  void downgradedTwice(Vma r) {
    try (WriteHold hold = WriteHold.of(r.space)) {
      hold.downgrade();
      hold.downgrade(); // expect: LockNotHeld "mmap lock"
    }
  }

  void onOnePath(Vma r, int n) {
    try (WriteHold hold = WriteHold.of(r.space)) {
      r.lockWrite();
      if (n == 3) {
        hold.downgrade();
      }
      seen = r.flags;
      r.flags = 7; // expect: UnguardedAccess "region lock"
    }
  }
}
