package n11;

/** A region read in catch and finally: stable before the mmap lock is released, not after. */
final class Regions {
  private long seen;

  void handlers(Vma r) {
    r.space.lockRead();
    try {
      r.space.find(4096);
    } catch (IllegalStateException e) {
      seen = r.flags;
    } finally {
      try {
        seen = r.flags;
      } finally {
        r.space.unlockRead();
      }
      seen = r.flags; // expect: UnguardedAccess "stability"
    }
  }
}
