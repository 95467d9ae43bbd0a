package n18;

/** The same for a declared lock and for a result that may be null. All right. */
final class Regions {
  private long seen;

  void space(Vma r) {
    boolean ok = r.space.tryLockRead();
    try {
      if (ok) {
        seen = r.flags;
      }
    } finally {
      if (ok) {
        r.space.unlockRead();
      }
    }
  }

  void nullable(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    try {
      if (r != null) {
        seen = r.flags;
      }
    } finally {
      if (r != null) {
        r.unlockRead();
      }
    }
  }
}
