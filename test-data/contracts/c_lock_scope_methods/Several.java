package c_lock_scope_methods;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** A scope that takes one lock after the other, and gives them all up when it is closed. */
abstract class Several {
  @LockScope
  abstract static class Locks implements AutoCloseable {
    @Acquires("lock")
    abstract void add(ReentrantLock lock);

    @AcquiresIf(value = "lock", result = When.TRUE)
    abstract boolean tryAdd(ReentrantLock lock);

    @Releases("lock")
    abstract void drop(ReentrantLock lock);

    @Override
    public abstract void close();
  }

  final ReentrantLock first = new ReentrantLock();
  final ReentrantLock second = new ReentrantLock();

  @GuardedBy("first")
  int one;

  @GuardedBy("second")
  int two;

  abstract Locks none();

  void both(boolean b) {
    try (Locks locks = none()) {
      locks.add(first);
      one = 2;
      if (b) {
        locks.add(second);
        two = 3;
      }
      two = 5; // expect: UnguardedAccess "second"
    }
    one = 7; // expect: UnguardedAccess "first"
  }

  void tried() {
    try (Locks locks = none()) {
      if (!locks.tryAdd(first) || !locks.tryAdd(second)) {
        return;
      }
      one = 9;
      two = 11;
    }
  }

  void dropped() {
    try (Locks locks = none()) {
      locks.add(first);
      locks.add(second);
      locks.drop(first);
      two = 13;
      one = 15; // expect: UnguardedAccess "first"
    }
  }

  void ofOthers(Several[] others, int n) {
    try (Locks locks = none()) {
      for (int i = 0; i < n; i++) {
        locks.add(others[i].first);
        others[i].one++;
        locks.drop(others[i].first);
      }
    }
  }

  void closedTwice() {
    Locks locks = none();
    locks.add(first);
    locks.close();
    locks.add(second);
    two = 17;
    locks.close();
  }

  void leftOpen() {
    Locks locks = none();
    locks.add(first);
    one = 19;
  } // expect: LockLeak "first"
}
