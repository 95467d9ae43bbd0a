// Inner objects that a static field or a cast hands from one outer object to another.
package y32_inner_objects;

import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Shared {
  static class ThroughField {
    private static Part last;

    private final ReentrantLock lock = new ReentrantLock();

    private class Part {
      @Requires("lock")
      void grow() {}
    }

    void growLast() {
      lock.lock();
      try {
        last.grow(); // expect: LockNotHeld "lock"
      } finally {
        lock.unlock();
      }
    }
  }

  static class ThroughCast {
    private final ReentrantLock lock = new ReentrantLock();

    private class Part {
      @Requires("lock")
      void grow() {}
    }

    Object part() {
      return new Part();
    }

    void growAny(Object any) {
      lock.lock();
      try {
        ((Part) any).grow(); // expect: LockNotHeld "lock"
      } finally {
        lock.unlock();
      }
    }
  }
}
