// A helper that gives the caller's lock up and takes it back needs it held, and takes nothing.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

class Pausing {
  private final StampedLock stamped = new StampedLock();
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("stamped")
  private int total;

  @GuardedBy("lock")
  private int count;

  private void pause() {
    stamped.asWriteLock().unlock();
    Thread.onSpinWait();
    stamped.asWriteLock().lock();
  }

  private void writeAndPause() {
    total = 3;
    stamped.asWriteLock().unlock();
    stamped.asWriteLock().lock();
    total = 5;
  }

  private void through() {
    pause();
  }

  private void pauseReentrant() {
    lock.unlock();
    lock.lock();
  }

  private void takesInside() {
    total = 7;
    stamped.asWriteLock().lock();
    stamped.asWriteLock().unlock();
  }

  void held() {
    stamped.asWriteLock().lock();
    pause();
    writeAndPause();
    through();
    total = 9;
    stamped.asWriteLock().unlock();
  }

  void heldReentrantly() {
    lock.lock();
    pauseReentrant();
    count = 11;
    lock.unlock();
  }

  void notHeld() {
    pause(); // expect: LockNotHeld "stamped"
    writeAndPause(); // expect: LockNotHeld "stamped"
    through(); // expect: LockNotHeld "stamped"
  }

  void stillNotHeld() {
    pauseReentrant(); // expect: LockNotHeld "lock"
    count = 13; // expect: UnguardedAccess "lock"
  }

  void neverGivenUp() {
    stamped.asWriteLock().lock();
    takesInside(); // expect: DoubleAcquire "stamped"
    stamped.asWriteLock().unlock();
  }
}
