package n19;

/** The variable that said whether there is a hold is reassigned: one finding. */
final class Regions {
  long other(Mm mm, Vma fallback) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      return 0;
    }
    r.unlockRead();
    r = fallback;
    return r.flags; // expect: UnguardedAccess "stability"
  }

  void released(Mm mm, boolean enabled) {
    boolean ok = mm.tryLockRead();
    ok = enabled;
    if (ok) {
      mm.unlockRead(); // expect: ReleaseNotHeld "mmap lock"
    }
  }
}
