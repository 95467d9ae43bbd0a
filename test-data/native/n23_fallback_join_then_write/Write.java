package n23;

/** After the same join a write needs both write locks: a finding, the read beside it is right. */
final class Write {
  void field(Mm mm) {
    boolean slow = false;
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      r = mm.lockReadAndFind(4096);
      if (r == null) {
        return;
      }
      slow = true;
    }
    try {
      long copy = r.flags;
      r.flags = 3; // expect: UnguardedAccess "region lock"
    } finally {
      if (slow) {
        mm.unlockRead();
      } else {
        r.unlockRead();
      }
    }
  }

  void call(Mm mm) {
    boolean slow = false;
    Vma r = mm.tryLockRegion(4096);
    if (r == null) {
      r = mm.lockReadAndFind(4096);
      if (r == null) {
        return;
      }
      slow = true;
    }
    try {
      r.setEnd(8192); // expect: LockNotHeld "region lock"
    } finally {
      if (slow) {
        mm.unlockRead();
      } else {
        r.unlockRead();
      }
    }
  }
}
