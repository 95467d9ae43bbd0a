package n40;

import dev.holdfast.annotations.SameObject;

/**
 * Two names for one lock, equal by declaration: right; after reassigning one of them, a finding.
 */
final class Names {
  @SameObject({"r.owner()", "m"})
  long byGetter(Mm m, Vma r) {
    m.lockRead();
    try {
      return r.flags;
    } finally {
      m.unlockRead();
    }
  }

  @SameObject({"r.owner()", "m"})
  long otherWayRound(Mm m, Vma r) {
    r.owner().lockRead();
    try {
      return r.flags;
    } finally {
      m.unlockRead();
    }
  }

  @SameObject({"r.owner()", "m"})
  long reassigned(Mm m, Vma r, Vma other) {
    m.lockRead();
    try {
      long first = r.flags;
      r = other;
      return first + r.flags; // expect: UnguardedAccess "stability"
    } finally {
      m.unlockRead();
    }
  }

  @SameObject({"r.space", "m"})
  void lockReassigned(Mm m, Vma r, Mm other) {
    Mm kept = m;
    m.lockRead();
    m = other;
    m.unlockRead(); // expect: ReleaseNotHeld "mmap lock"
    kept.unlockRead();
  }

  long undeclared(Mm m, Vma r) {
    m.lockRead();
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      m.unlockRead();
    }
  }

  long tested(Mm m, Vma r) {
    if (r.owner() != m) {
      return -1;
    }
    m.lockRead();
    try {
      return r.flags;
    } finally {
      m.unlockRead();
    }
  }

  long local(Vma r) {
    Mm m = r.owner();
    m.lockRead();
    try {
      return r.flags;
    } finally {
      r.space.unlockRead();
    }
  }

  long caller(Mm m, Vma r) {
    long sum = byGetter(r.space, r);
    return sum + byGetter(m, r); // expect: LockNotHeld
  }
}
