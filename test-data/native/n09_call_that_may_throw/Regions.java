package n09;

import dev.holdfast.annotations.region.RequiresMmapRead;

/** A declared lock leaks with an exception: a finding at its acquisition. */
final class Regions {
  void leaks(Mm mm) {
    mm.lockRead(); // expect: LockLeakOnThrow "mmap lock"
    mm.find(4096);
    mm.unlockRead();
  }

  @RequiresMmapRead("mm")
  Vma heldByContract(Mm mm) {
    return mm.find(8192);
  }

  void released(Mm mm) {
    mm.lockRead();
    try {
      mm.find(4096);
    } finally {
      mm.unlockRead();
    }
  }
}
