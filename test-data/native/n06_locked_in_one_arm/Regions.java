package n06;

/** The mmap lock is taken in one arm only; the region is read where the arms meet. */
final class Regions {
  private int mode;

  long access(Vma r) {
    if (mode == 1) {
      r.space.lockRead();
    }
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      r.space.unlockRead();
    }
  }
}
