package n08;

/** The same with declared locks: the finally ends both holds on every way out. */
final class Regions {
  long returnAndThrow(Vma r, long end) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      if (end < r.start()) {
        throw new IllegalArgumentException("end before start");
      }
      if (end == 4096) {
        return r.flags;
      }
      r.setEnd(end);
      return end;
    } finally {
      r.space.unlockWrite();
    }
  }
}
