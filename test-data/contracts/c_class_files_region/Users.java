package c_class_files_region;

import dev.holdfast.annotations.region.RequiresMmapRead;
import shelves.Area;
import shelves.Space;

/** The region protocol read from class files binds as it does from source. */
final class Users {
  long scoped(Space space) {
    Area kept;
    try (Space.Hold hold = space.read()) {
      Area r = space.find(4096);
      if (r == null) {
        return 0;
      }
      r.flags = 3; // expect: UnguardedAccess "region lock"
      kept = r;
    }
    return kept.flags; // expect: UnguardedAccess "stability"
  }

  long fast(Space space) {
    Area r = space.tryLockRegion(4096);
    if (r == null) {
      return 0;
    }
    try {
      r.advise(5);
      space.lockRead(); // expect: LockOrder "mmap lock"
      space.unlockRead();
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }

  void write(Area r) {
    r.space().lockWrite();
    try {
      r.lockWrite();
      r.flags = 7;
      r.setEnd(8192);
    } finally {
      r.space.unlockWrite();
    }
    r.setEnd(4096); // expect: LockNotHeld "region lock"
  }

  @RequiresMmapRead("space")
  long stale(Space space) {
    Area r = space.find(4096);
    if (r == null) {
      return 0;
    }
    space.faultIn(4096);
    return r.flags; // expect: UnguardedAccess "stability"
  }
}
