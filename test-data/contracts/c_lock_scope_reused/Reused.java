package c_lock_scope_reused;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that is its own scope: every {@code lock()} gives the lock itself, which may be closed by
 * any of its names, once for each time that it was taken. It is another name for the lock inside.
 */
final class Reused {
  @LockScope
  @DefinesLock(name = "this", sameAs = "inner")
  static final class Auto implements AutoCloseable {
    private final ReentrantLock inner = new ReentrantLock();

    @Acquires("inner")
    @Returns("this")
    Auto lock() {
      inner.lock();
      return this;
    }

    @Requires("inner")
    void needed() {}

    @Override
    public void close() {
      inner.unlock();
    }

    void own() {
      lock();
      try {
        needed();
      } finally {
        close();
      }
      needed(); // expect: LockNotHeld "it was released"
    }
  }

  private final Auto auto = new Auto();

  @GuardedBy("auto")
  private int count;

  @Requires("auto")
  void step() {
    count++;
  }

  void nothingHeld() {
    count = 1; // expect: UnguardedAccess "nothing is held"
    step(); // expect: LockNotHeld "nothing is held"
  }

  void byResult() {
    try (Auto ignored = auto.lock()) {
      count = 2;
      step();
      auto.needed();
    }
    count = 3; // expect: UnguardedAccess "it was released"
  }

  void byReceiver() {
    auto.lock();
    try {
      count = 4;
      step();
    } finally {
      auto.close();
    }
    step(); // expect: LockNotHeld "it was released"
  }

  void byEither() {
    Auto taken = auto.lock();
    try {
      step();
    } finally {
      auto.close();
    }
    taken.needed(); // expect: LockNotHeld "it was released"
  }

  void twice() {
    try (Auto outer = auto.lock()) {
      try (Auto inner = auto.lock()) {
        step();
      }
      step();
    }
    step(); // expect: LockNotHeld "it was released"
  }

  void closedOnceTooFew() {
    auto.lock();
    try {
      auto.lock();
      count = 5;
    } finally {
      auto.close();
    }
  } // expect: LockLeak "auto"

  void neverClosed() {
    auto.lock();
    count = 6;
  } // expect: LockLeak "auto"

  void another(Auto other) {
    other.lock();
    try {
      other.needed();
      count = 7; // expect: UnguardedAccess "not 'this.auto"
    } finally {
      other.close();
    }
  }

  void chosen(boolean now) {
    Auto taken = now ? auto.lock() : null;
    if (taken != null) {
      taken.close();
    }
  }
}
