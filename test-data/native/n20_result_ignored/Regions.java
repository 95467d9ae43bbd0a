package n20;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;

/** The same with declared locks. */
final class Regions {
  long ignored(Vma r) {
    r.space.tryLockRead(); // expect: UncheckedTryLock "mmap lock"
    try {
      return r.flags; // expect: UnguardedAccess "stability"
    } finally {
      r.space.unlockRead();
    }
  }

  boolean handedOn(Mm mm) {
    return mm.tryLockRead(); // expect: LockLeak "mmap lock"
  }

  @AcquiresIf(value = "mm.mmap.readLock()", result = When.TRUE)
  boolean handedOnByContract(Mm mm) {
    return mm.tryLockRead();
  }
}
