package n02;

import dev.holdfast.annotations.region.RequiresMmapRead;

/** A region's field read under the region read lock, or under the space's: all right. */
final class DeclaredLock {
  long regionLock(Vma r, Mm mm) {
    Vma locked = mm.tryLockRegion(4096);
    if (locked == null) {
      return 0;
    }
    try {
      return locked.flags;
    } finally {
      locked.unlockRead();
    }
  }

  long mmapLock(Vma r) {
    r.space.lockRead();
    try {
      return r.flags;
    } finally {
      r.space.unlockRead();
    }
  }

  @RequiresMmapRead("r")
  long byContract(Vma r) {
    return r.flags;
  }

  long nothingHeld(Vma r) {
    return r.flags; // expect: UnguardedAccess "stability"
  }
}
