package n36;

import dev.holdfast.annotations.region.RequiresRegionRead;

/** The same with declared locks. */
final class Regions {
  void callUnderRead(@RequiresRegionRead Vma r) {
    r.setEnd(4096); // expect: LockNotHeld "region lock"
  }

  void takeUnderRead(Mm mm) {
    mm.lockRead();
    try {
      mm.lockWrite(); // expect: DoubleAcquire "mmap lock"
      mm.unlockWrite();
    } finally {
      mm.unlockRead();
    }
  }

  void declaredDowngrade(Mm mm) {
    mm.lockWrite();
    try {
      mm.downgradeToRead();
      mm.find(4096);
    } finally {
      mm.unlock();
    }
  }
}
