package c_releases_if;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** A conditional release: gone on that outcome, still held on the other. */
abstract class ReleasedIf {
  final ReentrantLock lock = new ReentrantLock();
  final String name = "lock";

  @GuardedBy("lock")
  int count;

  @ReleasesIf(value = "lock", result = When.TRUE)
  abstract boolean released();

  @ReleasesIf(value = "lock", result = When.NULL)
  abstract String remainder();

  void both() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      count = 3;
    } finally {
      if (!released()) {
        lock.unlock();
      }
    }
  }

  @Requires("lock")
  @Releases("lock")
  void eitherWay() {
    boolean gone;
    try {
      gone = released();
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
    if (gone) {
      count = 5; // expect: UnguardedAccess "lock"
      return;
    }
    count = 7;
    lock.unlock();
  }

  void notHeld() {
    if (released()) { // expect: ReleaseNotHeld "lock"
      count = 9; // expect: UnguardedAccess "lock"
      return;
    }
    lock.unlock();
  }

  @Releases("lock")
  void byReference() {
    String rest;
    try {
      rest = remainder();
    } catch (RuntimeException | Error e) {
      count = 11;
      lock.unlock();
      throw e;
    }
    if (rest != null) {
      count = 13;
      lock.unlock();
    }
  }
}
