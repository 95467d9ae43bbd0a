package c_releases;

import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A release that also requires: where nothing is there to release, that is the one mistake. */
abstract class Required {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock other = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @Requires("lock")
  @Releases("lock")
  abstract void end();

  @Releases("lock")
  @Requires("lock")
  abstract void endInOtherOrder();

  @Requires("lock")
  @ReleasesIf("lock")
  abstract boolean endsIf();

  @Requires({"lock", "other"})
  @Releases("lock")
  abstract void endsOne();

  @Requires(anyOf = {"other", "lock"})
  @Releases("lock")
  abstract void endsWithEither();

  @Requires("rw.writeLock()")
  @Releases("rw.writeLock()")
  abstract void endWrite();

  @Requires("rw.writeLock()")
  @Releases("rw")
  abstract void endAnyMode();

  void held() {
    lock.lock();
    end();
    lock.lock();
    endInOtherOrder();
    rw.writeLock().lock();
    endWrite();
  }

  void notHeld() {
    end(); // expect: ReleaseNotHeld "lock"
    endInOtherOrder(); // expect: ReleaseNotHeld "lock"
    endWrite(); // expect: ReleaseNotHeld "rw"
    endAnyMode(); // expect: ReleaseNotHeld "rw"
  }

  void underCondition() {
    if (!endsIf()) { // expect: ReleaseNotHeld "lock"
      lock.unlock();
    }
  }

  void onOnePath(boolean taken) {
    if (taken) {
      lock.lock();
    }
    end(); // expect: ReleaseNotHeld "some of the paths"
  }

  void eachLockIsItsOwnMistake() {
    endsOne(); // expect: LockNotHeld "other", ReleaseNotHeld "lock"
  }

  void otherIsNotReleased() {
    lock.lock();
    endsOne(); // expect: LockNotHeld "other"
  }

  void noneOfThem() {
    endsWithEither(); // expect: ReleaseNotHeld "lock"
  }

  void inTheWrongMode() {
    rw.readLock().lock();
    endWrite(); // expect: ReleaseNotHeld "for reading"
    rw.readLock().unlock();
  }

  void releasedButTooWeak() {
    rw.readLock().lock();
    endAnyMode(); // expect: LockNotHeld "for writing"
  }
}
