package n27;

import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.region.RequiresMmapWrite;

/** Several regions write-locked, one release of the mmap lock ends them all: all right. */
final class Two {
  @SameObject({"a.space", "b.space"})
  void two(Vma a, Vma b) {
    Mm same = b.space;
    a.space.lockWrite();
    try {
      a.lockWrite();
      b.lockWrite();
      a.flags = 3;
      b.flags = 5;
    } finally {
      same.unlockWrite();
    }
  }

  void found(Mm mm) {
    mm.lockWrite();
    try {
      for (long at = 0; at < 16384; at += 4096) {
        Vma r = mm.find(at);
        if (r != null) {
          r.lockWrite();
          r.flags = at;
        }
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void aliases(Vma a, Vma b) {
    Mm mm = a.space;
    if (mm != b.space) {
      return;
    }
    mm.lockWrite();
    try {
      a.lockWrite();
      b.lockWrite();
      a.setEnd(4096);
      b.setEnd(8192);
    } finally {
      mm.unlockWrite();
    }
  }

  @RequiresMmapWrite("mm")
  void leftForTheCaller(Mm mm) {
    Vma r = mm.find(4096);
    if (r != null) {
      r.lockWrite();
      r.flags = 3;
    }
  }

  @SameObject({"a.space", "b.space"})
  void onlyOneLocked(Vma a, Vma b) {
    a.space.lockWrite();
    try {
      a.lockWrite();
      a.flags = 3;
      b.flags = 5; // expect: UnguardedAccess "region lock"
    } finally {
      a.space.unlockWrite();
    }
  }

  void nothingReleased(Vma r) {
    r.space.lockWrite();
  } // expect: LockLeak "mmap lock"
}
