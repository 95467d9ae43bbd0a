package n21;

/** A lookup returns a read-locked region or null: used untested a finding, tested all right. */
final class Lookup {
  private long seen;

  long untested(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      r.unlockRead();
    }
  }

  void untestedCall(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    try {
      r.start(); // expect: LockNotHeld "stability"
    } finally {
      r.unlockRead();
    }
  }

  void untestedRelease(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    r.unlockRead(); // expect: ReleaseNotHeld "region lock"
  }

  long tested(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      return -1;
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }

  void testedOtherwise(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (null != r) {
      try {
        seen = r.start();
      } finally {
        r.unlockRead();
      }
    }
  }

  long testedByPattern(Mm mm) {
    Object found = mm.tryLockRegion(4096);
    if (found instanceof Vma r) {
      try {
        return r.flags;
      } finally {
        r.unlockRead();
      }
    }
    return -1;
  }

  long retried(Mm mm) {
    Vma r;
    while ((r = mm.tryLockRegion(4096)) == null) {
      Thread.onSpinWait();
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }

  long inTheNullBranch(Mm mm, Vma known) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      return known.flags; // expect: UnguardedAccess "stability"
    }
    r.unlockRead();
    return 0;
  }

  void leaked(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r != null) {
      seen = 1;
    }
  } // expect: LockLeak "region lock"
}
