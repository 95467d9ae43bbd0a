package c_stale_references;

/**
 * A derived hold on an object that a call returned during a hold ends with that hold for good; a
 * hold of its own that was taken meanwhile keeps it.
 */
final class References {
  long retaken(Mm mm) {
    mm.lockRead();
    Vma r;
    try {
      r = mm.find(4096);
    } finally {
      mm.unlockRead();
    }
    mm.lockRead();
    try {
      if (r == null) {
        return 0;
      }
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      mm.unlockRead();
    }
  }

  long ofTheNewHold(Mm mm) {
    mm.lockRead();
    Vma r;
    try {
      r = mm.find(4096);
    } finally {
      mm.unlockRead();
    }
    mm.lockRead();
    try {
      r = mm.find(8192);
      return r == null ? 0 : r.flags;
    } finally {
      mm.unlockRead();
    }
  }

  long pinned(Mm mm) {
    Vma r;
    mm.lockRead();
    try {
      r = mm.find(4096);
      if (r == null || !r.tryLockRead()) {
        return 0;
      }
    } finally {
      mm.unlockRead();
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }

  long pinGivenBack(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      return 0;
    }
    r.unlockRead();
    mm.lockRead();
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      mm.unlockRead();
    }
  }

  long kept(Mm mm) {
    mm.lockWrite();
    try {
      Vma r = mm.find(4096);
      if (r == null) {
        return 0;
      }
      mm.downgradeToRead();
      return r.flags;
    } finally {
      mm.unlock();
    }
  }

  long promiseTestedByDereference(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    try {
      Mm space = r.space;
      return r.start(); // expect: LockNotHeld "stability"
    } finally {
      r.unlockRead();
    }
  }
}
