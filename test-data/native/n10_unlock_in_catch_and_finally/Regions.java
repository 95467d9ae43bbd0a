package n10;

/** The mmap lock is released in the catch and again in the finally: a finding at the second. */
final class Regions {
  void twice(Mm mm) {
    mm.lockRead();
    try {
      mm.find(4096);
    } catch (IllegalStateException e) {
      mm.unlockRead();
    } finally {
      mm.unlockRead(); // expect: ReleaseNotHeld "mmap lock"
    }
  }

  void wrongMode(Mm mm) {
    mm.lockWrite();
    try {
      mm.find(4096);
    } finally {
      mm.unlockRead(); // expect: ReleaseNotHeld "mmap lock"
    }
  }
}
