package n13;

import dev.holdfast.annotations.region.RequiresMmapWrite;

/**
 * A declared lock is not reentrant by default: taking it in a loop is one finding, at the taking.
 */
final class Regions {
  void read(Mm mm, int turns) {
    for (int i = 0; i < turns; i++) {
      mm.lockRead(); // expect: InconsistentLocking "mmap lock"
    }
  }

  @RequiresMmapWrite("r")
  void idempotent(Vma r, int turns) {
    for (int i = 0; i < turns; i++) {
      r.lockWrite();
      r.flags = i;
    }
  }
}
