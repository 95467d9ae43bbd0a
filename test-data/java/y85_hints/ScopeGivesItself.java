// A scope whose method gives the scope itself, and a class that could be one, where neither is said.
package y85_hints;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantLock;

class ScopeGivesItself {
  @LockScope
  static class Unsaid implements AutoCloseable {
    private final ReentrantLock in = new ReentrantLock();

    @Acquires("in")
    Unsaid open() {
      in.lock();
      return this;
    }

    @Override
    public void close() {
      in.unlock();
    }
  }

  @LockScope
  static final class Said implements AutoCloseable {
    private final ReentrantLock in = new ReentrantLock();

    @Acquires("in")
    @Returns("this")
    Said open() {
      in.lock();
      return this;
    }

    @Override
    public void close() {
      in.unlock();
    }
  }

  @LockScope
  static final class Seen implements AutoCloseable {
    private final ReentrantLock in = new ReentrantLock();

    @Acquires("in")
    Seen open() {
      in.lock();
      return this;
    }

    @Override
    public void close() {
      in.unlock();
    }
  }

  static final class NoScope implements AutoCloseable {
    private final ReentrantLock in = new ReentrantLock();

    @Acquires("in")
    NoScope open() {
      in.lock();
      return this;
    }

    @Override
    @Releases("in") // expect: IncompatibleOverride "if it closes what took the lock, declare @LockScope on 'NoScope'"
    public void close() {
      in.unlock();
    }
  }

  static class Base {
    final ReentrantLock in = new ReentrantLock();

    void close() {}
  }

  static final class NotCloseable extends Base {
    @Override
    @Releases("in") // expect: IncompatibleOverride "'Base.close' does not have"
    void close() {
      in.unlock();
    }
  }

  final Unsaid unsaid = new Unsaid();
  final Said said = new Said();
  final Seen seen = new Seen();

  @GuardedBy("unsaid.in")
  int one;

  @GuardedBy("said.in")
  int two;

  @GuardedBy("seen.in")
  int three;

  void right() {
    try (Unsaid opened = unsaid.open()) {
      one++;
    }
    said.open();
    try {
      two++;
    } finally {
      said.close();
    }
  }

  void seenToGiveItself() {
    try (Seen opened = seen.open()) {
      three++;
    }
    seen.open();
    three++;
    seen.close();
    Seen opened = seen.open();
    three++;
    opened.close();
    three++; // expect: UnguardedAccess
  }

  void wrong() {
    unsaid.open();
    try {
      one++;
    } finally {
      unsaid.close();
    }
  } // expect: LockLeak "close what 'unsaid.open()' gave; if that is the object that it was called on, declare @Returns"

  void seenAndForgotten() {
    Seen opened = seen.open();
    three++;
  } // expect: LockLeak "this.seen.in"

  void forgotten() {
    said.open();
    two++;
  } // expect: LockLeak
}
