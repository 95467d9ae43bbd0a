package c_order_hierarchy;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** The order that within gives, and inner holds left to the outer release. */
abstract class Within {
  @RequiresRegionWrite("r")
  void blockingUnderInnerWrite(Vma r) {
    useOther(r.space); // expect: LockExcluded "mmap lock"
  }

  @Excludes("mm.mmap")
  abstract void useOther(Mm mm);

  @RequiresMmapWrite("mm")
  void leftWhileTheOuterGoesOn(Mm mm, Vma r) {
    if (r.space != mm) {
      return;
    }
    r.lockWrite();
    r.flags = 3;
  }

  @Releases("r.space.mmap.writeLock()")
  void endedByTheOuterRelease(Vma r) {
    try {
      r.lockWrite();
      r.flags = 5;
    } finally {
      r.space.unlockWrite();
    }
  }

  @Acquires("r.space.mmap.writeLock()")
  void outerLeftByContract(Vma r) {
    r.space.lockWrite();
  }

  @RequiresMmapRead("r")
  void innerReadHoldsDoLeak(Vma r) {
    if (r.tryLockRead()) {
      return; // expect: LockLeak "region lock"
    }
  }
}
