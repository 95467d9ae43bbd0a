package n31;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.region.RequiresAttached;
import dev.holdfast.annotations.region.RequiresDetached;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionRead;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** A region is detached, then used as if attached: a finding; attached again first, all right. */
final class Lifecycle {
  void detached(Mm mm) {
    mm.lockWrite();
    try {
      Vma r = mm.find(4096);
      if (r == null) {
        return;
      }
      r.lockWrite();
      r.markDetached();
      r.advise(3); // expect: LockNotHeld "attached"
    } finally {
      mm.unlockWrite();
    }
  }

  void detachedTwice(@RequiresRegionWrite @RequiresAttached Vma r) {
    r.markDetached();
    r.markDetached(); // expect: LockNotHeld "attached"
    r.markAttached();
  }

  void attachedAgain(@RequiresRegionWrite @RequiresAttached Vma r) {
    r.markDetached();
    r.markAttached();
    r.advise(3);
  }

  @Establishes("r.attached")
  void attachedFirst(@RequiresRegionWrite @RequiresDetached Vma r) {
    r.advise(3); // expect: LockNotHeld "attached"
    r.markAttached();
    r.advise(5);
  }

  void freed(Mm mm) {
    Vma r;
    mm.lockWrite();
    try {
      r = mm.find(4096);
      if (r == null) {
        return;
      }
      r.lockWrite();
      r.markDetached();
    } finally {
      mm.unlockWrite();
    }
    r.setFlags(3);
    r.free();
  }

  @RequiresMmapWrite("r")
  void unknown(Vma r) {
    r.advise(3); // expect: LockNotHeld "attached"
  }

  @RequiresMmapWrite("r")
  void mutable(@RequiresDetached Vma r) {
    r.setFlags(3);
  }

  @RequiresMmapWrite("r")
  void notMutable(Vma r) {
    r.setFlags(3); // expect: LockNotHeld "region lock"
  }

  void forgotten(Mm mm) {
    Vma r;
    mm.lockRead();
    try {
      r = mm.find(4096);
      if (r == null) {
        return;
      }
      r.advise(3);
    } finally {
      mm.unlockRead();
    }
    r.advise(5); // expect: LockNotHeld "attached"
  }

  void readLockImplies(@RequiresRegionRead Vma r) {
    r.advise(3);
  }
}
