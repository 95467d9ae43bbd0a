// A helper that goes on through a field that is made with an object does not fail there; through one that may be null it
// may, before it has taken the lock.
package y43_never_null;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

class Through {
  static final class Version {
    final ReentrantLock lock = new ReentrantLock();
    final Inner made = new Inner();
    Inner open = new Inner();

    @GuardedBy("lock")
    long number;
  }

  static final class Inner {
    final ReentrantLock lock = new ReentrantLock();
    long number;
  }

  private final Version version;
  private final Version given;

  Through(Version given) {
    this.version = new Version();
    this.given = given;
  }

  @Acquires("version.lock")
  private void lock() {
    version.lock.lock();
  }

  @Releases("version.lock")
  private void unlock() {
    version.lock.unlock();
  }

  long takenInside() {
    try {
      lock();
      return version.number;
    } finally {
      unlock();
    }
  }

  private void touch() {
    version.made.number++;
    (this.version).made.number++;
  }

  void touches() {
    lock();
    touch();
    unlock();
  }

  @Acquires("given.lock")
  private void lockGiven() {
    given.lock.lock();
  }

  long givenInside() {
    try {
      lockGiven();
      return given.number;
    } finally {
      given.lock.unlock(); // expect: ReleaseNotHeld "some of the paths"
    }
  }

  private void touchOpen() {
    version.open.number++;
  }

  void touchesOpen() {
    lock(); // expect: LockLeakOnThrow
    touchOpen();
    unlock();
  }

  private void touchOther(Version other) {
    other.made.number++;
  }

  void touchesOther(Version other) {
    lock(); // expect: LockLeakOnThrow
    touchOther(other);
    unlock();
  }
}
