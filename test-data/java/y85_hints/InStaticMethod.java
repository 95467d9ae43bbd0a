// What a method of an inner class needs is a lock of the object around it: a static method has none at hand.
package y85_hints;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class InStaticMethod {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private final Inner inner = new Inner();

  private class Inner {
    private void touch() {
      count++;
    }
  }

  void right(Inner given) {
    lock.lock();
    try {
      given.touch();
      inner.touch();
    } finally {
      lock.unlock();
    }
  }

  static void wrong(InStaticMethod object, Inner given) {
    object.lock.lock();
    try {
      given.touch(); // expect: LockNotHeld "needs 'given.outer.lock'; 'object.lock' is held"
    } finally {
      object.lock.unlock();
    }
  }

  private static void helper(Inner given) {
    given.touch(); // expect: LockNotHeld "given.outer.lock"
  }

  static void caller(Inner given) {
    helper(given);
  }

  /** The same class where objects are fetched from elsewhere, too. */
  static class OfFields {
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private int count;

    private final Inner inner = new Inner();

    private class Inner {
      private void touch() {
        count++;
      }
    }

    static void ofField(OfFields object) {
      object.lock.lock();
      try {
        object.inner.touch();
      } finally {
        object.lock.unlock();
      }
    }

    static void ofFieldWithoutLock(OfFields object) {
      object.inner.touch(); // expect: LockNotHeld "object.lock"
    }
  }
}
