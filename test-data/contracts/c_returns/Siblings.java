package c_returns;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** A getter is one for every class of its file, in either direction. */
class Siblings {
  @Requires("work.lock()")
  void needs(Work work) {
    work.count++;
    work.begin();
  }

  @Requires("one.lock()")
  void needsOther(Work one, Work other) {
    one.begin();
    other.begin(); // expect: LockNotHeld "'one.lock' is held, not 'other.lock'"
  }

  void held(Work work) {
    synchronized (work.lock()) {
      needs(work);
      work.count++;
    }
    synchronized (work.lock) {
      needs(work);
    }
    synchronized (work.inner().other()) {
      work.inner().total++;
    }
  }

  void unheld(Work work) {
    needs(work); // expect: LockNotHeld "work.lock"
    synchronized (work) {
      work.count++; // expect: UnguardedAccess "work.lock"
    }
    synchronized (work.replaced()) {
      work.size++; // expect: UnguardedAccess "lock"
    }
  }
}

class Work {
  final Object lock = new Object();
  Object replaced = lock;
  private final Inner inner = new Inner();

  @GuardedBy("lock()")
  int count;

  @GuardedBy("lock")
  int size;

  Object lock() {
    return lock;
  }

  Object replaced() {
    return replaced;
  }

  Inner inner() {
    return this.inner;
  }

  @Requires("lock()")
  void begin() {}

  static class Inner {
    private final Object lock = new Object();

    @GuardedBy("other()")
    int total;

    Object other() {
      return lock;
    }
  }
}

class Later {
  void held(Work work) {
    synchronized (work.lock()) {
      work.count++;
    }
    work.count++; // expect: UnguardedAccess "work.lock"
  }
}
