package n24;

import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** The mmap write lock and the region write lock: writing is right; without the first a finding. */
final class Both {
  void both(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 3;
      r.setEnd(8192);
      r.setFlags(5);
    } finally {
      r.space.unlockWrite();
    }
  }

  void withoutMmap(Vma r) {
    r.lockWrite(); // expect: LockNotHeld "mmap lock"
    try {
      r.flags = 3;
    } finally {
      r.unlockWrite();
    }
  }

  void mmapForReading(Vma r) {
    r.space.lockRead();
    try {
      r.lockWrite(); // expect: LockNotHeld "mmap lock"
      r.unlockWrite();
    } finally {
      r.space.unlockRead();
    }
  }

  void withoutRegion(Vma r) {
    r.space.lockWrite();
    try {
      r.flags = 3; // expect: UnguardedAccess "region lock"
      r.setEnd(8192); // expect: LockNotHeld "region lock"
    } finally {
      r.space.unlockWrite();
    }
  }

  @RequiresMmapWrite("mm")
  void otherSpace(Mm mm, Vma r) {
    r.lockWrite(); // expect: LockNotHeld "mmap lock"
    r.unlockWrite();
  }

  @RequiresMmapWrite("r")
  void endedEarly(Vma r) {
    r.lockWrite();
    r.flags = 3;
    r.unlockWrite();
    r.flags = 5; // expect: UnguardedAccess "region lock"
  }

  @RequiresRegionWrite("r")
  void impliesMmap(Vma r, Vma sibling) {
    r.space.find(4096);
    if (sibling.space == r.space) {
      sibling.lockWrite();
      sibling.flags = 7;
    }
  }
}
