package c_ensures;

import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.region.RequiresMmapRead;

/** What holds on return follows from what the caller holds. */
abstract class Derived {
  @Requires("mm.mmap.readLock()")
  @Ensures("return.stabilised")
  Vma looked(Mm mm) {
    return mm.find(4096);
  }

  @Ensures("return.stabilised")
  Vma same(@Requires("stabilised") Vma r) {
    return r;
  }

  @Ensures("return.stabilised")
  Vma unproven(Vma r) {
    return r; // expect: BrokenContract "stability"
  }

  @RequiresMmapRead("mm")
  long caller(Mm mm) {
    Vma r = looked(mm);
    if (r == null) {
      return 0;
    }
    return r.flags;
  }
}
