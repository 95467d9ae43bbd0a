package c_flow_helpers;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Inference through recursion, parameters, static and nested helpers, and callbacks that run
 * inline.
 */
class Helpers {
  final ReentrantLock lock = new ReentrantLock();
  Helpers next;

  @GuardedBy("lock")
  int count;

  private void recursive(int n) {
    if (n > 0) {
      count = n;
      recursive(n - 1);
    }
  }

  private void even(int n) {
    if (n > 0) {
      odd(n - 1);
    }
  }

  private void odd(int n) {
    count = n;
    even(n - 1);
  }

  private static void both(Helpers a, Helpers b) {
    a.count = b.count;
  }

  private void onOnePath(int n) {
    if (n == 3) {
      count = n;
    }
  }

  private void locksItself(int n) {
    lock.lock();
    try {
      recursive(n);
    } finally {
      lock.unlock();
    }
  }

  private void inline(@RunsInline Runnable action) {
    action.run();
  }

  private void throughACallback(int n) {
    inline(() -> count = n);
  }

  void held(Helpers other) {
    lock.lock();
    try {
      recursive(3);
      even(5);
      onOnePath(7);
      throughACallback(9);
      inline(() -> recursive(11));
      both(this, this);
      both(this, other); // expect: LockNotHeld "other.lock"
    } finally {
      lock.unlock();
    }
    locksItself(13);
  }

  void notHeld(Helpers other) {
    recursive(3); // expect: LockNotHeld "lock"
    even(5); // expect: LockNotHeld "lock"
    onOnePath(7); // expect: LockNotHeld "lock"
    throughACallback(9); // expect: LockNotHeld "lock"
    inline(() -> recursive(11)); // expect: LockNotHeld "lock"
    inline(this::reference); // expect: LockNotHeld "lock"
    locksItself(13);
    other.onOnePath(15); // expect: LockNotHeld "other.lock"
  }

  private void reference() {
    count = 17;
  }

  static class Nested {
    private final Helpers owner;

    Nested(Helpers owner) {
      this.owner = owner;
    }

    private void touch() {
      owner.count = 19;
    }

    void held() {
      owner.lock.lock();
      try {
        touch();
      } finally {
        owner.lock.unlock();
      }
      touch(); // expect: LockNotHeld "owner.lock"
    }
  }

  static void ofNested(Nested nested) {
    nested.touch(); // expect: LockNotHeld "nested.owner.lock"
    nested.owner.lock.lock();
    try {
      nested.touch();
    } finally {
      nested.owner.lock.unlock();
    }
  }
}
