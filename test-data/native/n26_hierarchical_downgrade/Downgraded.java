package n26;

import dev.holdfast.annotations.Requires;

/**
 * Downgrading the mmap lock ends the region write locks but keeps the regions stable: reading is
 * right; writing and an explicit region release are findings.
 */
final class Downgraded {
  long read(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 3;
      r.space.downgradeToRead();
      return r.flags;
    } finally {
      r.space.unlock();
    }
  }

  void write(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 3;
      r.space.downgradeToRead();
      r.flags = 5; // expect: UnguardedAccess "region lock"
    } finally {
      r.space.unlock();
    }
  }

  void release(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.space.downgradeToRead();
      r.unlockWrite(); // expect: ReleaseNotHeld "region lock"
    } finally {
      r.space.unlock();
    }
  }

  void lockAgain(Vma r) {
    r.space.lockWrite();
    try {
      r.space.downgradeToRead();
      r.lockWrite(); // expect: LockNotHeld "mmap lock"
      r.unlockWrite();
    } finally {
      r.space.unlock();
    }
  }

  long released(Vma r) {
    boolean shared = false;
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 7;
      r.space.downgradeToRead();
      shared = true;
      return r.flags;
    } finally {
      if (shared) {
        r.space.unlockRead();
      } else {
        r.space.unlockWrite();
      }
    }
  }

  @Requires("r.space.mmap.readLock()")
  void notHeldExclusively(Vma r) {
    r.space.downgradeToRead(); // expect: LockNotHeld "mmap lock"
  }
}
