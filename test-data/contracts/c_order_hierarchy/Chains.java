package c_order_hierarchy;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Declarations that lead from one instance to the next, with no end in the types. */
final class Chains {
  static class Link {
    @AcquiredBefore("next.lock")
    final ReentrantLock lock = new ReentrantLock();

    final Link next;

    Link(Link next) {
      this.next = next;
    }

    void forwards() {
      lock.lock();
      try {
        next.lock.lock();
        next.lock.unlock();
      } finally {
        lock.unlock();
      }
    }

    void backwards() {
      next.lock.lock();
      try {
        lock.lock(); // expect: LockOrder "next.lock"
        lock.unlock();
      } finally {
        next.lock.unlock();
      }
    }
  }

  @DefinesLock(name = "lock", within = "parent.lock")
  static class Node {
    final Node parent;

    @GuardedBy("lock")
    int value;

    Node(Node parent) {
      this.parent = parent;
    }

    @Acquires("lock.writeLock()")
    @LockUnchecked(reason = "stands for the lock itself")
    void take() {}

    @Releases("lock")
    @LockUnchecked(reason = "stands for the lock itself")
    void drop() {}

    @Requires("parent.lock")
    void below() {
      take();
      value++;
      parent.value++;
      drop();
    }

    void alone() {
      take(); // expect: LockNotHeld "parent.lock"
      value++;
      drop();
    }
  }

  @DefinesLock(name = "lock", within = "inner.lock")
  static class Outer {
    final Inner inner;

    @GuardedBy("lock")
    int value;

    Outer(Inner inner) {
      this.inner = inner;
    }

    @Requires("lock")
    void change() {
      value++;
    }
  }

  @DefinesLock(name = "lock", within = "outer.lock")
  static class Inner {
    final Outer outer;

    @GuardedBy("lock")
    int value;

    Inner(Outer outer) {
      this.outer = outer;
    }

    void change() {
      value++; // expect: UnguardedAccess "lock"
    }
  }
}
