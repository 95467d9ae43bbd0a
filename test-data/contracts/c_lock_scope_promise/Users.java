package c_lock_scope_promise;

/** What a scope promises about an object ends with the scope: used after close, a finding. */
abstract class Users {
  private long seen;

  abstract Stable stabilise(Mm mm, long address);

  void inside(Mm mm) {
    try (Stable scope = stabilise(mm, 4096)) {
      Vma r = scope.region();
      if (r != null) {
        seen = r.flags;
        seen = r.start();
      }
    }
  }

  void after(Mm mm) {
    Vma r;
    try (Stable scope = stabilise(mm, 4096)) {
      r = scope.region();
    }
    if (r != null) {
      seen = r.flags; // expect: UnguardedAccess "stability"
    }
  }

  void closedByHand(Mm mm) {
    Stable scope = stabilise(mm, 4096);
    Vma r = scope.region();
    if (r != null) {
      seen = r.flags;
    }
    scope.close();
    if (r != null) {
      seen = r.start(); // expect: LockNotHeld "stability"
    }
  }

  void otherScope(Mm mm) {
    Vma r;
    try (Stable scope = stabilise(mm, 4096)) {
      r = scope.region();
    }
    try (Stable scope = stabilise(mm, 8192)) {
      if (r != null) {
        seen = r.flags; // expect: UnguardedAccess "stability"
      }
    }
  }

  void noMoreThanReading(Mm mm) {
    try (Stable scope = stabilise(mm, 4096)) {
      Vma r = scope.region();
      if (r != null) {
        r.flags = 3; // expect: UnguardedAccess "region lock"
      }
    }
  }
}
