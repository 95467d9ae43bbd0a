package n15;

/** Declared conditional acquisitions, of the space and of the region. */
final class Regions {
  long inside(Vma r) {
    if (r.space.tryLockRead()) {
      try {
        return r.flags;
      } finally {
        r.space.unlockRead();
      }
    }
    return r.flags; // expect: UnguardedAccess "stability"
  }

  long nested(Vma r) {
    r.space.lockRead();
    try {
      if (!r.tryLockRead()) {
        return -1;
      }
    } finally {
      r.space.unlockRead();
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }
}
