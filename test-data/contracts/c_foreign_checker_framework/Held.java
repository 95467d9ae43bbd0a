package c_foreign_checker_framework;

import java.util.concurrent.locks.ReentrantLock;
import org.checkerframework.checker.lock.qual.EnsuresLockHeld;
import org.checkerframework.checker.lock.qual.EnsuresLockHeldIf;
import org.checkerframework.checker.lock.qual.MayReleaseLocks;

/** The Checker Framework's vocabulary. */
class Held {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock other = new ReentrantLock();

  @org.checkerframework.checker.lock.qual.GuardedBy("lock")
  int count;

  @org.checkerframework.checker.lock.qual.Holding("lock")
  void needs() {
    count = 3;
  }

  @EnsuresLockHeld("lock")
  void takes() {
    lock.lock();
  }

  @EnsuresLockHeld("lock")
  void forgets() {} // expect: BrokenContract "lock"

  @EnsuresLockHeldIf(expression = "lock", result = true)
  boolean tries() {
    return lock.tryLock();
  }

  @MayReleaseLocks
  void drops() {}

  void holding() {
    needs(); // expect: LockNotHeld "lock"
    lock.lock();
    try {
      needs();
    } finally {
      lock.unlock();
    }
  }

  void ensured() {
    takes();
    count = 5;
    lock.unlock();
    count = 7; // expect: UnguardedAccess "lock"
  }

  void ensuredIf() {
    if (tries()) {
      count = 9;
      lock.unlock();
    } else {
      count = 11; // expect: UnguardedAccess "lock"
    }
  }

  void everyHoldIsLost() {
    lock.lock();
    try {
      count = 13;
      drops();
      count = 15; // expect: UnguardedAccess "lock"
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  @MayReleaseLocks
  @EnsuresLockHeld("lock")
  void dropsAndRetakes() {
    if (!lock.isHeldByCurrentThread()) {
      lock.lock();
    }
  }

  @MayReleaseLocks
  @org.checkerframework.checker.lock.qual.Holding("lock")
  void givesUp() {
    count = 21;
    lock.unlock();
    count = 23; // expect: UnguardedAccess "it was released"
  }

  @org.checkerframework.checker.lock.qual.Holding("lock")
  void givesUpUnsaid() {
    lock.unlock();
  } // expect: BrokenContract "lock"

  @MayReleaseLocks
  @EnsuresLockHeld("lock")
  @org.checkerframework.checker.lock.qual.Holding("lock")
  void doesNotRetake() {
    lock.unlock();
  } // expect: BrokenContract "@EnsuresLockHeld"

  @org.checkerframework.checker.lock.qual.Holding("lock")
  void unlessEnsured() {
    count = 17;
    dropsAndRetakes();
    count = 19;
  }
}
