package c_override_super;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** A call of the inherited method needs what that method needs. */
final class Supers {
  static class Base {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;

    @Requires("lock")
    void work() {
      count = 3;
    }

    @Acquires("lock")
    void begin() {
      lock.lock();
    }

    @Releases("lock")
    void end() {
      lock.unlock();
    }
  }

  static class Inherits extends Base {
    @Override
    void work() {
      super.work();
      count = 5;
    }

    @Override
    void begin() {
      super.begin();
      count = 7;
    }

    @Override
    void end() {
      count = 9;
      super.end();
      count = 11; // expect: UnguardedAccess "lock"
    }
  }

  static class Drops extends Base {
    @Override
    @Requires({})
    void work() {
      super.work(); // expect: LockNotHeld "lock"
      lock.lock();
      try {
        super.work();
      } finally {
        lock.unlock();
      }
    }
  }

  static class Twice extends Inherits {
    @Override
    void work() {
      count = 13;
    }

    void other() {
      work(); // expect: LockNotHeld "lock"
      super.work(); // expect: LockNotHeld "lock"
    }
  }
}
