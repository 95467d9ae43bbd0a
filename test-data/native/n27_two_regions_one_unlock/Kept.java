package n27;

import dev.holdfast.annotations.Acquires;

/** Where the mmap lock is kept too, its leak is the one mistake: releasing it ends the others. */
final class Kept {
  void both(Vma a) {
    a.space.lockWrite(); // expect: LockLeakOnThrow "mmap lock"
    a.lockWrite();
    a.flags = 3;
  } // expect: LockLeak "mmap lock"

  void whenItThrows(Vma a, Runnable task) {
    a.space.lockWrite(); // expect: LockLeakOnThrow "mmap lock"
    a.lockWrite();
    task.run();
    a.space.unlockWrite();
  }

  @Acquires("#1.mmap.writeLock()")
  void promised(Mm mm) {
    mm.lockWrite();
    try {
      Vma a = mm.find(4096);
      if (a != null) {
        a.lockWrite();
      }
    } catch (RuntimeException | Error e) {
      mm.unlockWrite();
      throw e;
    }
  }

  void readLocksStay(Mm mm) {
    mm.lockRead(); // expect: LockLeakOnThrow "mmap lock"
    Vma a = mm.tryLockRegion(4096);
    if (a == null) {
      return; // expect: LockLeak "mmap lock"
    }
  } // expect: LockLeak "mmap lock", LockLeak "region lock"

  void insideReadHold(Mm mm) {
    mm.lockRead();
    try {
      Vma a = mm.find(4096);
      if (a != null) {
        a.lockWrite(); // expect: LockNotHeld "held for reading"
      }
    } finally {
      mm.unlockRead();
    }
  }
}
