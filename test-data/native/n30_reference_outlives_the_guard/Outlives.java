package n30;

/** A region found under a guard, kept in a local, used after the guard closed: a finding. */
final class Outlives {
  private long seen;

  long local(Mm mm) {
    Vma r;
    try (ReadHold hold = new ReadHold(mm)) {
      r = mm.find(4096);
    }
    if (r == null) {
      return 0;
    }
    return r.flags; // expect: UnguardedAccess "stability"
  }

  long anotherGuard(Mm mm) {
    Vma r;
    try (ReadHold hold = new ReadHold(mm)) {
      r = mm.find(4096);
    }
    if (r == null) {
      return 0;
    }
    try (ReadHold hold = new ReadHold(mm)) {
      return r.flags; // expect: UnguardedAccess "stability"
    }
  }

  long plainLocks(Mm mm) {
    Vma r = null;
    mm.lockRead();
    try {
      r = mm.find(4096);
    } finally {
      mm.unlockRead();
    }
    return r == null ? 0 : r.flags; // expect: UnguardedAccess "stability"
  }

  long inside(Mm mm) {
    try (ReadHold hold = new ReadHold(mm)) {
      Vma r = mm.find(4096);
      return r == null ? 0 : r.flags;
    }
  }

  long pinnedBefore(Mm mm) {
    Vma r;
    try (ReadHold hold = new ReadHold(mm)) {
      r = mm.find(4096);
      if (r == null || !r.tryLockRead()) {
        return 0;
      }
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }
}
