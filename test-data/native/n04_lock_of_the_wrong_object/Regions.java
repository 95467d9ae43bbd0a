package n04;

import dev.holdfast.annotations.SameObject;

/** One region is write-locked, another one is written; or the space of another one is locked. */
final class Regions {
  void otherRegion(Vma a, Vma b) {
    a.space.lockWrite();
    try {
      a.lockWrite();
      a.flags = 1;
      b.flags = 2; // expect: UnguardedAccess "region lock"
    } finally {
      a.space.unlockWrite();
    }
  }

  long otherSpace(Mm mm, Vma r) {
    mm.lockRead();
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      mm.unlockRead();
    }
  }

  @SameObject({"r.space", "mm"})
  long declaredTheSame(Mm mm, Vma r) {
    mm.lockRead();
    try {
      return r.flags;
    } finally {
      mm.unlockRead();
    }
  }
}
