package c_releases;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Given up on return: the caller must hold it and has lost it, however the call ends. */
class Released {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  int count;

  @Releases("lock")
  void end() {
    count = 3;
    lock.unlock();
  }

  @Releases("lock")
  void endOf(String text) {
    try {
      Integer.parseInt(text);
    } finally {
      lock.unlock();
    }
  }

  @Releases("rw.writeLock()")
  void endWrite() {
    rw.writeLock().unlock();
  }

  void caller() {
    lock.lock();
    end();
    count = 5; // expect: UnguardedAccess "lock"
  }

  void notHeld() {
    end(); // expect: ReleaseNotHeld "lock"
  }

  void twice() {
    lock.lock();
    end();
    end(); // expect: ReleaseNotHeld "lock"
  }

  void wrongMode() {
    rw.readLock().lock();
    endWrite(); // expect: ReleaseNotHeld "rw"
  }

  void howeverItEnds(String text) {
    lock.lock();
    try {
      endOf(text);
    } catch (NumberFormatException e) {
      count = 7; // expect: UnguardedAccess "lock"
    }
  }

  void releasedAgainInTheHandler(String text) {
    lock.lock();
    try {
      endOf(text);
    } catch (NumberFormatException e) {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  @Releases("lock")
  void forgotten() {} // expect: BrokenContract "lock"

  @Releases("lock")
  int forgottenOnOnePath(int n) {
    if (n == 3) {
      return 1; // expect: BrokenContract "lock"
    }
    lock.unlock();
    return 2;
  }

  @Requires("lock")
  @Releases("lock")
  void overridesTheExitHalf() {
    count = 9;
    lock.unlock();
  }

  void undeclared() {
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  @Releases("lock")
  void throwsBefore(int n) {
    if (n < 0) {
      throw new IllegalArgumentException(); // expect: LockLeakOnThrow "@Releases"
    }
    lock.unlock();
  }

  @Releases("lock")
  void callsBefore(Runnable first, Runnable second) {
    first.run(); // expect: LockLeakOnThrow "lock"
    second.run();
    lock.unlock();
  }

  @Releases("lock")
  void throwsAfter(Runnable task) {
    lock.unlock();
    task.run();
  }

  @Releases("lock")
  void releasesAnyway(Runnable task) {
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }

  @Releases("lock")
  void releasesElsewhere(Runnable task) {
    try {
      task.run(); // expect: LockLeakOnThrow "lock"
    } catch (IllegalStateException e) {
      lock.unlock();
      return;
    }
    lock.unlock();
  }

  @Releases("lock")
  void throwsAfterAnother(Runnable task) {
    lock.lock();
    lock.unlock();
    task.run(); // expect: LockLeakOnThrow "@Releases"
    lock.unlock();
  }

  @Releases("lock")
  void throwsInsideAnother(Runnable task) {
    try {
      lock.lock();
      task.run(); // expect: LockLeakOnThrow "@Releases"
      lock.unlock();
    } finally {
      lock.unlock();
    }
  }

  @Releases("lock")
  void releasesBoth(Runnable task) {
    try {
      lock.lock();
      try {
        task.run();
      } finally {
        lock.unlock();
      }
    } finally {
      lock.unlock();
    }
  }
}
