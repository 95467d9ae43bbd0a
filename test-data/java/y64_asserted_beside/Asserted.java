package y64_asserted_beside;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** That the lock turns out to be held for writing too does not end what was taken for reading here. */
abstract class Asserted {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  int count;

  @AssertsHeld("rw.writeLock()")
  abstract void check();

  abstract void quiet();

  void asserted() {
    rw.readLock().lock();
    try {
      count++; // expect: UnguardedAccess "for writing"
      assert rw.isWriteLockedByCurrentThread();
      count++;
    } finally {
      rw.readLock().unlock();
    }
  }

  void called() {
    rw.readLock().lock();
    try {
      check();
      count = 2;
    } finally {
      rw.readLock().unlock();
    }
  }

  int tested() {
    rw.readLock().lock();
    try {
      if (rw.isWriteLockedByCurrentThread()) {
        count = 3;
      }
      return count;
    } finally {
      rw.readLock().unlock();
    }
  }

  void held() {
    rw.readLock().lock();
    assert rw.isWriteLockedByCurrentThread();
    rw.readLock().unlock();
    count = 5;
    rw.readLock().unlock(); // expect: ReleaseNotHeld "for writing"
  }

  int forgotten() {
    rw.readLock().lock();
    assert rw.isWriteLockedByCurrentThread();
    return count; // expect: LockLeak "rw"
  }
}
