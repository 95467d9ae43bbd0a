package n29;

import dev.holdfast.annotations.region.RequiresMmapRead;

/**
 * A method that may drop the lock in between: a region looked up before it is stale afterwards, a
 * finding; looked up again, or held by its own lock, all right.
 */
final class Stale {
  @RequiresMmapRead("mm")
  long stale(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null) {
      return 0;
    }
    long before = r.flags;
    mm.faultIn(4096);
    return before + r.flags; // expect: UnguardedAccess "stability"
  }

  @RequiresMmapRead("mm")
  long staleCall(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null) {
      return 0;
    }
    mm.faultIn(4096);
    return r.start(); // expect: LockNotHeld "stability"
  }

  @RequiresMmapRead("mm")
  long lookedUpAgain(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null) {
      return 0;
    }
    mm.faultIn(4096);
    r = mm.find(4096);
    return r == null ? 0 : r.flags;
  }

  @RequiresMmapRead("mm")
  long ownHold(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null || !r.tryLockRead()) {
      return 0;
    }
    try {
      mm.faultIn(4096);
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }

  long releasedAndRetaken(Mm mm) {
    Vma r;
    mm.lockRead();
    try {
      r = mm.find(4096);
    } finally {
      mm.unlockRead();
    }
    if (r == null) {
      return 0;
    }
    mm.lockRead();
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      mm.unlockRead();
    }
  }

  void loop(@RequiresMmapRead Mm mm, int turns) {
    Vma r = mm.find(4096);
    if (r == null) {
      return;
    }
    for (int i = 0; i < turns; i++) {
      r.start(); // expect: LockNotHeld "stability"
      mm.faultIn(i);
    }
  }
}
