package n05;

import dev.holdfast.annotations.region.RequiresMmapRead;

/** Different alternatives of a derived lock in the two arms: the region stays stable. */
final class Regions {
  long either(@RequiresMmapRead Vma r) {
    if (r.tryLockRead()) {
      try {
        return r.flags;
      } finally {
        r.unlockRead();
      }
    }
    return r.flags;
  }
}
