package c_invalid_alias_scope;

import java.util.concurrent.locks.ReentrantLock;

/** The alias is resolved in the scope of what it is put on; where that fails the use is invalid. */
final class Uses {
  static final class WithLock {
    final ReentrantLock lock = new ReentrantLock();

    @NeedsLock
    void right() {}
  }

  static final class WithoutLock {
    @NeedsLock // expect: InvalidContract "lock"
    void wrong() {}

    @NeedsLock("other")
    void byValue(WithLock other) {}

    @NeedsLock("missing") // expect: InvalidContract "missing"
    void byUnknownValue(WithLock other) {}

    void onParameter(@NeedsLock WithLock other) {}
  }

  void others(WithoutLock w, WithLock l) {
    w.byValue(l); // expect: LockNotHeld "l.lock"
    w.onParameter(l); // expect: LockNotHeld "l.lock"
    l.right(); // expect: LockNotHeld "l.lock"
  }
}
