package n16;

/** The same for a result that is null, and for a declared lock. All right. */
final class Regions {
  long nullable(Mm mm) {
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

  long kept(Vma r) {
    boolean ok = r.space.tryLockRead();
    if (!ok) {
      return -1;
    }
    try {
      return r.flags;
    } finally {
      r.space.unlockRead();
    }
  }
}
