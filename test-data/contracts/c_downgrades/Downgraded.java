package c_downgrades;

import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A downgrade: exclusive on entry, shared on exit, without a gap. */
class Downgraded {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  int count;

  @Downgrades("rw")
  void right() {
    count = 3;
    rw.readLock().lock();
    rw.writeLock().unlock();
  }

  @Downgrades("rw")
  void gap() { // expect: BrokenContract "rw"
    rw.writeLock().unlock();
    rw.readLock().lock();
  }

  @Downgrades("rw")
  void stillExclusive() {
    count = 5;
  } // expect: BrokenContract "rw"

  @Downgrades("rw")
  void nothingLeft() {
    rw.writeLock().unlock();
  } // expect: BrokenContract "rw"

  @Requires("rw.writeLock()")
  @Downgrades("rw")
  void caller() {
    right();
    int copy = count;
    count = 7; // expect: UnguardedAccess "for reading"
  }

  @Requires("rw.readLock()")
  void withoutTheWriteLock() {
    right(); // expect: LockNotHeld "for reading"
  }

  void withoutAnything() {
    right(); // expect: LockNotHeld "rw"
    rw.readLock().unlock();
  }

  void releasedInTheNewMode() {
    rw.writeLock().lock();
    try {
      right();
    } catch (RuntimeException | Error e) {
      rw.writeLock().unlock();
      throw e;
    }
    rw.readLock().unlock();
  }

  void releasedInTheOldMode() {
    rw.writeLock().lock();
    try {
      right();
    } catch (RuntimeException | Error e) {
      rw.writeLock().unlock();
      throw e;
    }
    rw.writeLock().unlock(); // expect: ReleaseNotHeld "rw"
  }
}
