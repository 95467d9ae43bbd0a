package c_acquires;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Taken on normal return: believed by callers, proven in the body; nothing is held when it throws.
 */
class Acquired {
  final StampedLock lock = new StampedLock();
  final ReentrantLock plain = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Acquires("lock")
  void begin() {
    lock.asWriteLock().lock();
  }

  @Acquires("lock.readLock()")
  void beginRead() {
    lock.asReadLock().lock();
  }

  @Releases("lock")
  void end() {
    lock.asWriteLock().unlock();
  }

  void caller() {
    begin();
    count = 3;
    end();
    count = 5; // expect: UnguardedAccess "lock"
  }

  void callerLeaks() {
    begin();
  } // expect: LockLeak "lock"

  void callerTwice() {
    begin();
    try {
      begin(); // expect: DoubleAcquire "lock"
      end();
    } finally {
      end();
    }
  }

  @Acquires("lock")
  void notTaken() {} // expect: BrokenContract "lock"

  @Acquires("lock")
  int notTakenOnOnePath(int n) {
    if (n == 3) {
      return 1; // expect: BrokenContract "lock"
    }
    begin();
    return 2;
  }

  @Acquires("lock")
  void wrongMode() {
    lock.asReadLock().lock();
  } // expect: BrokenContract "lock"

  @Acquires("plain")
  void throwsWhileHeld(String text) {
    plain.lock(); // expect: LockLeakOnThrow "plain"
    Integer.parseInt(text);
  }

  @Acquires("plain")
  void throwsAfterGivingBack(String text) {
    plain.lock();
    try {
      Integer.parseInt(text);
    } catch (RuntimeException | Error e) {
      plain.unlock();
      throw e;
    }
  }

  void notHeldWhenItThrew() {
    try {
      begin();
    } catch (IllegalStateException e) {
      count = 7; // expect: UnguardedAccess "lock"
      return;
    }
    count = 9;
    end();
  }

  void undeclared() {
    plain.lock();
  } // expect: LockLeak "plain"
}
