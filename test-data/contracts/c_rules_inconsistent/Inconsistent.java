package c_rules_inconsistent;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Paths meet with different locks held and an acquisition suffers, which no other rule names; an
 * access, a requirement, a release, a promise and a leak keep their own rule.
 */
class Inconsistent {
  final StampedLock stamped = new StampedLock();
  final ReentrantLock lock = new ReentrantLock();
  int mode;

  @GuardedBy("lock")
  int count;

  void acquisition() {
    if (mode == 3) {
      stamped.asWriteLock().lock();
    }
    stamped.asWriteLock().lock(); // expect: InconsistentLocking "stamped"
    stamped.asWriteLock().unlock();
  }

  void acquisitionInALoop(int turns) {
    for (int i = 0; i < turns; i++) {
      stamped.asReadLock().lock(); // expect: InconsistentLocking "stamped"
    }
  }

  void access() {
    if (mode == 5) {
      lock.lock();
    }
    count = 3; // expect: UnguardedAccess "lock"
    count = 5;
    lock.unlock();
  }

  void release() {
    if (mode == 7) {
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void leak() {
    if (mode == 9) {
      lock.lock();
    }
  } // expect: LockLeak "lock"

  @Acquires("lock")
  void promise() {
    if (mode == 11) {
      lock.lock();
    }
  } // expect: BrokenContract "lock"

  void nothingSuffers() {
    if (mode == 13) {
      lock.lock();
      lock.unlock();
    }
    lock.lock();
    lock.unlock();
  }

  void twoJoins() {
    if (mode == 15) {
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "lock"
    if (mode == 17) {
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }
}
