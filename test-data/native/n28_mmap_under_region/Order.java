package n28;

import dev.holdfast.annotations.region.RequiresRegionRead;

/** Waiting for the mmap lock while a region lock is held is against the order: a finding. */
final class Order {
  void read(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      return;
    }
    try {
      mm.lockRead(); // expect: LockOrder "mmap lock"
      mm.unlockRead();
    } finally {
      r.unlockRead();
    }
  }

  void write(@RequiresRegionRead Vma r) {
    r.space.lockWrite(); // expect: LockOrder "mmap lock"
    r.space.unlockWrite();
  }

  void conditionalButBlocking(@RequiresRegionRead Vma r) {
    Vma other = r.space.lockReadAndFind(8192); // expect: LockOrder "mmap lock"
    if (other != null) {
      r.space.unlockRead();
    }
  }

  void tried(@RequiresRegionRead Vma r) {
    if (r.space.tryLockRead()) {
      r.space.unlockRead();
    }
  }

  void otherSpace(@RequiresRegionRead Vma r, Mm mm) {
    if (mm == r.space) {
      return;
    }
    mm.lockRead();
    mm.unlockRead();
  }

  void releasedFirst(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (r != null) {
      r.unlockRead();
    }
    mm.lockRead();
    mm.unlockRead();
  }

  void rightOrder(Vma r) {
    r.space.lockRead();
    try {
      if (r.tryLockRead()) {
        r.unlockRead();
      }
    } finally {
      r.space.unlockRead();
    }
  }
}
