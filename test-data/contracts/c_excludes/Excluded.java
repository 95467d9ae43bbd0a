package c_excludes;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A lock that must not be held: a finding where it may be held; a view excludes that mode only. */
abstract class Excluded {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  int count;

  @Excludes("lock")
  void calls(int n) {
    lock.lock();
    count = n;
    lock.unlock();
  }

  @Excludes("lock")
  void leaks(int n) {
    lock.lock();
    count = n;
  } // expect: LockLeak "lock"

  @Excludes("rw.writeLock()")
  abstract void notUnderWrite();

  @Excludes("rw")
  abstract void notUnderAny();

  abstract void onParameter(@Excludes("lock") Excluded other);

  @Excludes({"lock", "rw"})
  abstract void neither();

  @Excludes("lock")
  void notHeldInTheBody() {
    count = 3; // expect: UnguardedAccess "lock"
  }

  void held() {
    lock.lock();
    try {
      calls(3); // expect: LockExcluded "lock"
      neither(); // expect: LockExcluded "lock"
      onParameter(this); // expect: LockExcluded "lock"
    } finally {
      lock.unlock();
    }
  }

  void notHeld(Excluded other) {
    calls(5);
    neither();
    onParameter(other);
    lock.lock();
    lock.unlock();
    calls(7);
  }

  void mayBeHeld(boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      calls(9); // expect: LockExcluded "lock"
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void modes() {
    rw.readLock().lock();
    try {
      notUnderWrite();
      notUnderAny(); // expect: LockExcluded "rw"
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      notUnderWrite(); // expect: LockExcluded "rw"
      notUnderAny(); // expect: LockExcluded "rw"
    } finally {
      rw.writeLock().unlock();
    }
  }

  @Requires("lock")
  void heldByContract() {
    calls(11); // expect: LockExcluded "lock"
  }

  @Excludes("lock")
  void handedOn() {
    calls(13);
  }

  void failedTry() {
    if (lock.tryLock()) {
      lock.unlock();
    } else {
      calls(15);
    }
  }
}
