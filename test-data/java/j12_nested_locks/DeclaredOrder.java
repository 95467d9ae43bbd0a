// Two locks nested: accepted in the declared order, reported against it at the second acquisition.
package j12_nested_locks;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class DeclaredOrder {
  @AcquiredBefore("inner")
  private final ReentrantLock outer = new ReentrantLock();

  private final ReentrantLock inner = new ReentrantLock();

  @GuardedBy({"outer", "inner"})
  private int both;

  void nested() {
    outer.lock();
    try {
      inner.lock();
      try {
        both++;
      } finally {
        inner.unlock();
      }
    } finally {
      outer.unlock();
    }
  }

  void opposite() {
    inner.lock();
    try {
      outer.lock(); // expect: LockOrder "outer"
      try {
        both++;
      } finally {
        outer.unlock();
      }
    } finally {
      inner.unlock();
    }
  }

  void onlyOne() {
    outer.lock();
    try {
      System.out.println(both);
      both = 1; // expect: UnguardedAccess "inner"
    } finally {
      outer.unlock();
    }
  }

  void oppositeByTry() {
    inner.lock();
    try {
      if (outer.tryLock()) {
        try {
          both++;
        } finally {
          outer.unlock();
        }
      }
    } finally {
      inner.unlock();
    }
  }

  void againIsExempt() {
    outer.lock();
    inner.lock();
    outer.lock();
    both++;
    outer.unlock();
    inner.unlock();
    outer.unlock();
  }

  @Requires("inner")
  void byContract() {
    outer.lock(); // expect: LockOrder "outer"
    outer.unlock();
  }

  void notNested() {
    inner.lock();
    inner.unlock();
    outer.lock();
    outer.unlock();
  }
}
