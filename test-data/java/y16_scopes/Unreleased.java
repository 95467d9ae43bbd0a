// A scope that is closed has to give up what it took; what is called there and nobody knows may do so.
package y16_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.Lock;

class Unreleased {
  @LockScope
  static final class Forgotten implements AutoCloseable {
    private final Lock lock;

    @Acquires("lock")
    Forgotten(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {} // expect: BrokenContract "'this.lock' is still held"
  }

  @LockScope
  static final class OnlyMarked implements AutoCloseable {
    private final Lock lock;
    private boolean closed;

    @Acquires("lock")
    OnlyMarked(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() { // expect: BrokenContract "'this.lock' is still held"
      if (!closed) {
        closed = true;
      }
    }
  }

  class Owner {
    private final Lock lock;

    Owner(Lock lock) {
      this.lock = lock;
    }

    @LockScope
    final class OfOuter implements AutoCloseable {
      @Acquires("Owner.this.lock")
      OfOuter() {
        lock.lock();
      }

      @Override
      public void close() {} // expect: BrokenContract "'Owner.this.lock'"
    }
  }

  @LockScope
  static final class Declared implements AutoCloseable {
    private final Lock lock;

    @Acquires("lock")
    Declared(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    @Releases("lock")
    public void close() {} // expect: BrokenContract "lock"
  }

  @LockScope
  static final class Once implements AutoCloseable {
    private final Lock lock;
    private boolean closed;

    @Acquires("lock")
    Once(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        lock.unlock();
      }
    }
  }

  @LockScope
  static final class ThroughCallback implements AutoCloseable {
    private final Runnable release;

    @Acquires("#1")
    ThroughCallback(Lock lock, Runnable release) {
      this.release = release;
      lock.lock();
    }

    @Override
    public void close() {
      release.run();
    }
  }

  @LockScope
  static final class KeepingComposed implements AutoCloseable {
    private final Lock lock;
    private final Once inner;

    @Acquires("lock")
    KeepingComposed(Lock lock) {
      this.lock = lock;
      this.inner = new Once(lock);
    }

    @Override
    public void close() {
      System.out.println("closing " + lock);
      inner.close();
    }
  }

  @LockScope
  static final class Composed implements AutoCloseable {
    private final Once inner;

    @Acquires("#1")
    Composed(Lock lock) {
      this.inner = new Once(lock);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  /** The hold is the state of the scope itself. */
  @LockScope
  static final class State implements AutoCloseable {
    private boolean held;

    @Acquires("#1")
    @LockUnchecked(reason = "the hold is a flag")
    State(Lock lock) {
      this.held = true;
    }

    @Override
    public void close() {
      held = false;
    }
  }

  /** Another one may be without a lock. */
  @LockScope
  static final class Perhaps implements AutoCloseable {
    Perhaps() {}

    @Acquires("#1")
    Perhaps(Lock lock) {
      lock.lock();
    }

    @Override
    public void close() {}
  }
}
