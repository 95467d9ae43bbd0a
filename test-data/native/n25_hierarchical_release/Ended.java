package n25;

import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.region.RequiresMmapWrite;

/** Releasing the mmap write lock ends every region write lock: a later write is a finding. */
final class Ended {
  void write(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.flags = 3;
    } finally {
      r.space.unlockWrite();
    }
    r.flags = 5; // expect: UnguardedAccess "ended"
  }

  void call(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
      r.setEnd(4096);
    } finally {
      r.space.unlockWrite();
    }
    r.setEnd(8192); // expect: LockNotHeld "ended"
  }

  void retaken(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
    } finally {
      r.space.unlockWrite();
    }
    r.space.lockWrite();
    try {
      r.flags = 3; // expect: UnguardedAccess "region lock"
      r.lockWrite();
      r.flags = 5;
    } finally {
      r.space.unlockWrite();
    }
  }

  @RequiresMmapWrite("r")
  @Releases("r.space.mmap.writeLock()")
  void byContract(Vma r) {
    try {
      r.lockWrite();
      r.flags = 3;
    } finally {
      r.space.unlockWrite();
    }
  }

  void byHelper(Vma r) {
    r.space.lockWrite();
    byContract(r);
    r.flags = 3; // expect: UnguardedAccess "region lock"
  }

  void explicitReleaseAfterwards(Vma r) {
    r.space.lockWrite();
    try {
      r.lockWrite();
    } finally {
      r.space.unlockWrite();
    }
    r.unlockWrite(); // expect: ReleaseNotHeld "region lock"
  }
}
