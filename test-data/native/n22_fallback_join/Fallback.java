package n22;

import dev.holdfast.annotations.region.RequiresMmapRead;

/**
 * The region lock if it can be had, else the mmap lock for reading; read after the join, released
 * by testing the same variable. All right: the region is stable by either.
 */
final class Fallback {
  long byFlag(Mm mm) {
    boolean slow = false;
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      r = mm.lockReadAndFind(4096);
      if (r == null) {
        return -1;
      }
      slow = true;
    }
    try {
      return r.flags;
    } finally {
      if (slow) {
        mm.unlockRead();
      } else {
        r.unlockRead();
      }
    }
  }

  long byReference(Mm mm) {
    Vma fast = mm.tryLockRegion(4096);
    Vma r = fast;
    if (fast == null) {
      r = mm.lockReadAndFind(4096);
      if (r == null) {
        return -1;
      }
    }
    try {
      return r.start();
    } finally {
      if (fast != null) {
        fast.unlockRead();
      } else {
        mm.unlockRead();
      }
    }
  }

  long byHand(@RequiresMmapRead Vma r) {
    boolean own = r.tryLockRead();
    try {
      return r.flags;
    } finally {
      if (own) {
        r.unlockRead();
      }
    }
  }

  long forgotten(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      r = mm.lockReadAndFind(4096);
      if (r == null) {
        return -1;
      }
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead(); // expect: ReleaseNotHeld "region lock"
    }
  }
}
