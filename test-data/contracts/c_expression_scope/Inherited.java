package c_expression_scope;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** An inherited lock is in scope in a subclass, and names the same object there. */
final class Inherited {
  static class Base {
    protected final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    protected int count;
  }

  static final class Derived extends Base {
    @GuardedBy("lock")
    private int more;

    void inBoth() {
      lock.lock();
      count = 3;
      more = 5;
      lock.unlock();
    }

    void through(Base base) {
      base.lock.lock();
      try {
        base.count = 7;
        count = 9; // expect: UnguardedAccess "base.lock"
      } finally {
        base.lock.unlock();
      }
    }

    @Requires("super.lock")
    void superField() {
      count = 11;
      more = 13;
    }
  }
}
