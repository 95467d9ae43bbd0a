package c_rules_one_finding;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * One mistake, one finding: after it the analysis goes on as if the operation had been legal; but
 * every access and every call that needs a lock is its own mistake.
 */
abstract class OneMistake {
  final StampedLock stamped = new StampedLock();
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Requires("lock")
  abstract void needs();

  void eachAccess() {
    count = 3; // expect: UnguardedAccess "lock"
    int copy = count; // expect: UnguardedAccess "lock"
    needs(); // expect: LockNotHeld "lock"
    needs(); // expect: LockNotHeld "lock"
  }

  void secondAcquisitionCounts() {
    stamped.asWriteLock().lock();
    stamped.asWriteLock().lock(); // expect: DoubleAcquire "stamped"
    stamped.asWriteLock().unlock();
    stamped.asWriteLock().unlock();
  }

  void secondAcquisitionNotGivenBack() {
    stamped.asWriteLock().lock();
    stamped.asWriteLock().lock(); // expect: DoubleAcquire "stamped"
    stamped.asWriteLock().unlock();
  } // expect: LockLeak "stamped"

  void wrongModeReleasesNothing() {
    stamped.asReadLock().lock();
    stamped.asWriteLock().unlock(); // expect: ReleaseNotHeld "stamped"
    stamped.asReadLock().unlock();
  }

  void wrongModeAtTheExit() {
    stamped.asReadLock().lock();
    stamped.asWriteLock().unlock(); // expect: ReleaseNotHeld "stamped"
  }

  void releasedTwice() {
    lock.lock();
    lock.unlock();
    lock.unlock(); // expect: ReleaseNotHeld "lock"
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void twoLocksLeaked() {
    lock.lock();
    stamped.asWriteLock().lock();
    stamped.asWriteLock().unlock();
  } // expect: LockLeak "lock"
}
