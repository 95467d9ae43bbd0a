package c_defines_state;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/**
 * States: forgotten as soon as none of the needed locks is held, ended by an excluding one, implied
 * by a lock held in exactly the mode named.
 */
@DefinesLock(name = "lock", label = "session lock")
@DefinesState(
    name = "ready",
    needs = "lock.readLock()",
    excludes = "failed",
    impliedBy = "lock.readLock()")
@DefinesState(name = "failed", excludes = "ready")
@DefinesState(name = "warm", needs = "lock.readLock()")
abstract class Session {
  @Acquires("lock.readLock()")
  abstract void lockRead();

  @Releases("lock.readLock()")
  abstract void unlockRead();

  @Acquires("lock.writeLock()")
  abstract void lockWrite();

  @Releases("lock.writeLock()")
  abstract void unlockWrite();

  @Requires("lock")
  @Establishes("ready")
  abstract void prepare();

  @Requires("lock.readLock()")
  @Establishes("failed")
  abstract void fail();

  @Requires("lock.readLock()")
  @Establishes("warm")
  abstract void warmUp();

  @Requires("ready")
  abstract void use();

  @Requires("failed")
  abstract void report();

  @Requires("warm")
  abstract void run();

  void implied() {
    lockRead();
    try {
      use();
    } finally {
      unlockRead();
    }
    use(); // expect: LockNotHeld "ready"
  }

  void notByTheOtherMode() {
    lockWrite();
    try {
      use(); // expect: LockNotHeld "ready"
      prepare();
      use();
    } finally {
      unlockWrite();
    }
  }

  void forgotten() {
    lockRead();
    try {
      warmUp();
      run();
    } finally {
      unlockRead();
    }
    run(); // expect: LockNotHeld "warm"
  }

  void notRemembered() {
    lockRead();
    try {
      warmUp();
    } finally {
      unlockRead();
    }
    lockRead();
    try {
      run(); // expect: LockNotHeld "warm"
    } finally {
      unlockRead();
    }
  }

  void excludedSince() {
    lockRead();
    try {
      use();
      fail();
      use(); // expect: LockNotHeld "ready"
      report();
    } finally {
      unlockRead();
    }
    report();
  }

  void endsTheOther() {
    lockWrite();
    try {
      fail();
      report();
      prepare();
      report(); // expect: LockNotHeld "failed"
      use();
    } finally {
      unlockWrite();
    }
  }
}
