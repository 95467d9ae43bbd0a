package c_lock_scope_methods;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;

/** What a scope takes later, by a method of its own, is the scope's too: close releases it. */
abstract class Again {
  @DefinesLock(name = "this", label = "latch")
  abstract static class Latch {}

  @LockScope
  abstract static class Scope implements AutoCloseable {
    final Latch latch = null;

    @Acquires("latch.writeLock()")
    abstract void take();

    @Acquires("latch.readLock()")
    abstract void share();

    @AcquiresIf(value = "latch.writeLock()", result = When.TRUE)
    abstract boolean attempt();

    @Releases("latch")
    abstract void give();

    @Override
    public abstract void close();
  }

  final Latch latch = null;

  @GuardedBy("latch")
  int count;

  @SameObject({"return.latch", "latch"})
  abstract Scope open();

  @Acquires("latch.writeLock()")
  @SameObject({"return.latch", "latch"})
  abstract Scope taken();

  void deferred() {
    try (Scope scope = open()) {
      count = 2; // expect: UnguardedAccess "latch"
      scope.take();
      count = 3;
    }
    count = 5; // expect: UnguardedAccess "latch"
  }

  void tried() {
    try (Scope scope = open()) {
      if (scope.attempt()) {
        count = 7;
      }
    }
  }

  void again() {
    try (Scope scope = taken()) {
      scope.give();
      count = 9; // expect: UnguardedAccess "latch"
      scope.share();
      count = 11; // expect: UnguardedAccess "for writing"
    }
  }

  void inLoop(int n) {
    try (Scope scope = taken()) {
      for (int i = 0; i < n; i++) {
        count++;
        scope.give();
        scope.take();
      }
    }
  }

  void eachTurn(int n) {
    try (Scope scope = open()) {
      for (int i = 0; i < n; i++) {
        if (i > 5) {
          scope.take();
          count++;
          scope.give();
        } else if (scope.attempt()) {
          count--;
          scope.give();
        }
      }
    }
  }

  void onOnePath(boolean b) {
    try (Scope scope = open()) {
      if (b) {
        scope.take();
      }
      count = 13; // expect: UnguardedAccess "some of the paths"
    }
  }

  void ofAnother(Scope scope) {
    scope.take();
    scope.close();
  }

  void leftOpen(Scope scope) {
    scope.take();
  } // expect: LockLeak "latch"

  void twice() {
    try (Scope scope = taken()) {
      scope.take(); // expect: DoubleAcquire "latch"
      scope.give();
    }
  }
}
