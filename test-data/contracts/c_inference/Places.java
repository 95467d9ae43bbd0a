package c_inference;

import static c_inference.Places.Asserts.*;
import static c_inference.Places.Names.assertNamed;

import dev.holdfast.annotations.AssertsHeld;
import java.util.concurrent.locks.ReentrantLock;

/** A leading assertion may stand in a superclass, in a class around, or behind a static import. */
class Places {
  final ReentrantLock lock = new ReentrantLock();

  static final class Names {
    @AssertsHeld("#1")
    static void assertNamed(ReentrantLock lock) {
      assert lock.isHeldByCurrentThread();
    }
  }

  static final class Asserts {
    @AssertsHeld("#1")
    static void assertOnDemand(ReentrantLock lock) {
      assert lock.isHeldByCurrentThread();
    }
  }

  @AssertsHeld("lock")
  void check() {
    assert lock.isHeldByCurrentThread();
  }

  void byName() {
    assertNamed(lock);
  }

  void onDemand() {
    assertOnDemand(lock);
  }

  void byType() {
    Names.assertNamed(lock);
  }

  void byQualifiedType() {
    c_inference.Places.Names.assertNamed(lock);
  }

  void notHeld() {
    byName(); // expect: LockNotHeld "lock"
    onDemand(); // expect: LockNotHeld "lock"
    byType(); // expect: LockNotHeld "lock"
    byQualifiedType(); // expect: LockNotHeld "lock"
  }

  void held() {
    lock.lock();
    try {
      byName();
      onDemand();
      byType();
      byQualifiedType();
    } finally {
      lock.unlock();
    }
  }

  class Inner {
    void around() {
      check();
    }

    void notHeld() {
      around(); // expect: LockNotHeld "Places.this.lock"
    }

    void held() {
      lock.lock();
      try {
        around();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Its own method hides that of the class around. */
  class Hiding {
    void check() {}

    void own() {
      check();
    }

    void notHeld() {
      own();
    }
  }

  static class Below extends Places {
    void above() {
      super.check();
    }

    void notHeld() {
      above(); // expect: LockNotHeld "lock"
    }

    void held() {
      lock.lock();
      try {
        above();
      } finally {
        lock.unlock();
      }
    }
  }
}
