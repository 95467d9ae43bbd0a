package c_override_kinds;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Overriding methods inherit contracts. An override that declares any contract of a kind replaces
 * the inherited ones of that kind, and only of that kind.
 */
final class Kinds {
  abstract static class Base {
    final StampedLock lock = new StampedLock();
    final ReentrantLock other = new ReentrantLock();

    @GuardedBy("lock")
    int count;

    @Requires("other")
    @Acquires("lock")
    abstract void begin();

    @Requires("other")
    @Releases("lock")
    abstract void end();

    @Requires({"lock", "other"})
    abstract void work();

    @Excludes("lock")
    abstract void apart();
  }

  static final class InheritsAll extends Base {
    @Override
    void begin() {
      lock.asWriteLock().lock();
    }

    @Override
    void end() {
      lock.asWriteLock().unlock();
    }

    @Override
    void work() {
      count = 3;
    }

    @Override
    void apart() {
      count = 5; // expect: UnguardedAccess "lock"
    }
  }

  static final class DropsRequirementKeepsEffect extends Base {
    @Override
    @Requires({})
    void begin() {
      lock.asWriteLock().lock();
    }

    @Override
    @Requires({})
    void end() {} // expect: BrokenContract "lock"

    @Override
    @Requires("lock")
    void work() {
      count = 7;
    }

    @Override
    void apart() {}
  }

  static final class RequiresMore extends Base {
    final ReentrantLock third = new ReentrantLock();

    @Override
    @Requires("third") // expect: IncompatibleOverride "third"
    void begin() {
      lock.asWriteLock().lock();
    }

    @Override
    void end() {
      lock.asWriteLock().unlock();
    }

    @Override
    void work() {}

    @Override
    @Excludes({"lock", "third"}) // expect: IncompatibleOverride "third"
    void apart() {}
  }

  static void callers(DropsRequirementKeepsEffect drops, Base base) {
    drops.begin();
    try {
      drops.work();
      drops.count = 9;
    } finally {
      drops.end();
    }
    drops.count = 11; // expect: UnguardedAccess "drops.lock"
    base.apart();
  }

  static void throughTheSupertype(Base base) {
    base.begin(); // expect: LockNotHeld "base.other"
    base.end(); // expect: LockNotHeld "base.other"
  }
}
