package n01;

import dev.holdfast.annotations.region.RequiresRegionWrite;

/** A region's field written under both write locks of the region protocol. All right. */
final class DeclaredLock {
  void write(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 7;
    } finally {
      r.space.unlockWrite();
    }
  }

  @RequiresRegionWrite("r")
  void byContract(Vma r) {
    r.flags = 11;
  }

  void byParameterContract(@RequiresRegionWrite Vma r) {
    r.flags = 13;
  }

  void nothingHeld(Vma r) {
    r.flags = 17; // expect: UnguardedAccess "region lock"
  }
}
