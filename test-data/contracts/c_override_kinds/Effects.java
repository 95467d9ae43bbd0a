package c_override_kinds;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** An override may promise more, never less; an interface's contract binds its implementations. */
final class Effects {
  interface Source {
    ReentrantLock LOCK = new ReentrantLock();

    @Ensures("LOCK")
    void check();

    void plain();

    @Requires("LOCK")
    default int fallback() {
      return 3;
    }

    @AcquiresIf(value = "LOCK", result = When.TRUE)
    boolean attempt();
  }

  static final class Keeps implements Source {
    @Override
    public void check() {
      if (!LOCK.isHeldByCurrentThread()) {
        throw new IllegalStateException("lock needed");
      }
    }

    @Override
    @AssertsHeld("LOCK")
    public void plain() {
      check();
    }

    @Override
    public boolean attempt() {
      return LOCK.tryLock();
    }
  }

  static final class Breaks implements Source {
    @Override
    public void check() {} // expect: BrokenContract "LOCK"

    @Override
    @Acquires("LOCK") // expect: IncompatibleOverride "LOCK"
    public void plain() {
      LOCK.lock();
    }

    @Override
    public int fallback() {
      return 5;
    }

    @Override
    public boolean attempt() {
      return true; // expect: BrokenContract "LOCK"
    }
  }

  static void callers(Source source, Breaks breaks) {
    source.fallback(); // expect: LockNotHeld "LOCK"
    breaks.fallback(); // expect: LockNotHeld "LOCK"
  }
}
