package n03;

import dev.holdfast.annotations.region.RequiresRegionRead;

/** A region's field written under its read lock, or under one of the two locks only: a finding. */
final class DeclaredLock {
  void regionRead(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r != null) {
      try {
        r.flags = 3; // expect: UnguardedAccess "region lock"
      } finally {
        r.unlockRead();
      }
    }
  }

  void mmapRead(Vma r) {
    r.space.lockRead();
    try {
      r.flags = 5; // expect: UnguardedAccess "region lock"
    } finally {
      r.space.unlockRead();
    }
  }

  @RequiresRegionRead("r")
  void byContract(Vma r) {
    r.flags = 7; // expect: UnguardedAccess "region lock"
  }
}
