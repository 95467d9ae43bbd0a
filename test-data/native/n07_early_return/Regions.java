package n07;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Releases;

/** An early return leaks a declared lock: a finding at that return. */
final class Regions {
  void leaks(Mm mm, int n) {
    mm.lockRead();
    if (n == 3) {
      return; // expect: LockLeak "mmap lock"
    }
    mm.unlockRead();
  }

  @Releases("mm.mmap.readLock()")
  void promisesTheRelease(Mm mm, int n) {
    if (n == 3) {
      return; // expect: BrokenContract "mmap lock"
    }
    mm.unlockRead();
  }

  @Acquires("mm.mmap.readLock()")
  void promisesTheAcquisition(Mm mm, int n) {
    if (n == 3) {
      return; // expect: BrokenContract "mmap lock"
    }
    mm.lockRead();
  }
}
