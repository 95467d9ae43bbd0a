package c_may_release;

import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;

/** States and derived holds that depended on the dropped hold are forgotten by the caller. */
abstract class Facts {
  @RequiresMmapRead("mm")
  void states(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null) {
      return;
    }
    r.advise(3);
    mm.faultIn(8192);
    r.advise(5); // expect: LockNotHeld "attached"
  }

  @RequiresMmapWrite("mm")
  void innerHolds(Mm mm) {
    Vma r = mm.find(4096);
    if (r == null) {
      return;
    }
    r.lockWrite();
    r.flags = 3;
    dropAny(mm);
    r.flags = 5; // expect: UnguardedAccess "region lock"
  }

  /** A bare lock means any mode. */
  @MayRelease("mm.mmap")
  abstract void dropAny(Mm mm);

  @RequiresMmapRead("mm")
  void bareWhileHeldForReading(Mm mm) {
    dropAny(mm);
  }

  @RequiresMmapWrite("mm")
  void modeIsKept(Mm mm) {
    dropAny(mm);
    needsWrite(mm);
  }

  @RequiresMmapWrite("mm")
  abstract void needsWrite(Mm mm);
}
