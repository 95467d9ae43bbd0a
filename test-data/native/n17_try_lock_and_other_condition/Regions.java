package n17;

/** The same with a declared lock and with a result that is null. */
final class Regions {
  void flag(Mm mm, boolean enabled) {
    if (mm.tryLockRead() && enabled) {
      mm.unlockRead();
    }
  } // expect: LockLeak "mmap lock"

  void nullable(Mm mm, boolean enabled) {
    Vma r = mm.tryLockRegion(4096);
    if (r != null && enabled) {
      r.unlockRead();
    }
  } // expect: LockLeak "region lock"

  void both(Mm mm, boolean enabled) {
    Vma r = enabled ? mm.tryLockRegion(4096) : null;
    if (r != null) {
      r.unlockRead();
    }
  }
}
