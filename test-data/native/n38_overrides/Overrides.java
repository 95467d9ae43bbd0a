package n38;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** An override that drops a requirement is right, one that adds a requirement is a finding. */
final class Overrides {
  static class Base {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantLock other = new ReentrantLock();

    @GuardedBy("lock")
    int count;

    @Requires("lock")
    void needs() {
      count = 1;
    }

    void needsNothing() {}

    @Requires("lock")
    void inherits() {
      count = 3;
    }
  }

  static class Drops extends Base {
    @Override
    @Requires({})
    void needs() {
      count = 5; // expect: UnguardedAccess "lock"
    }
  }

  static class Adds extends Base {
    @Override
    @Requires("lock") // expect: IncompatibleOverride "lock"
    void needsNothing() {
      count = 7;
    }
  }

  static class AddsAnother extends Base {
    @Override
    @Requires({"lock", "other"}) // expect: IncompatibleOverride "other"
    void needs() {
      count = 9;
    }
  }

  static class Inherits extends Base {
    @Override
    void inherits() {
      count = 11;
    }
  }

  static void callers(Base base, Drops drops, Inherits inherits) {
    base.needs(); // expect: LockNotHeld "base.lock"
    drops.needs();
    inherits.inherits(); // expect: LockNotHeld "inherits.lock"
    base.needsNothing();
  }
}
