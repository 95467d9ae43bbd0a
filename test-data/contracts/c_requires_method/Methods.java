package c_requires_method;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** A required lock: demanded of the caller, believed in the body, to be held on exit too. */
class Methods {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Requires("lock")
  void set(int n) {
    count = n;
  }

  @Requires({"lock", "other"})
  void needsBoth(int n) {
    count = n;
  }

  @Requires("lock")
  @Requires("other")
  void needsBothRepeated(int n) {
    count = n;
  }

  void held() {
    lock.lock();
    try {
      set(3);
    } finally {
      lock.unlock();
    }
  }

  void notHeld() {
    set(5); // expect: LockNotHeld "lock"
    set(7); // expect: LockNotHeld "lock"
  }

  void otherHeld() {
    other.lock();
    try {
      set(9); // expect: LockNotHeld "other"
    } finally {
      other.unlock();
    }
  }

  @Requires("lock")
  void oneOfBoth() {
    needsBoth(11); // expect: LockNotHeld "other"
    needsBothRepeated(13); // expect: LockNotHeld "other"
  }

  @Requires({"lock", "other"})
  void handedOn() {
    needsBoth(15);
    needsBothRepeated(17);
  }

  static void ofAnother(Methods a, Methods b) {
    a.lock.lock();
    try {
      a.set(19);
      b.set(21); // expect: LockNotHeld "b.lock"
    } finally {
      a.lock.unlock();
    }
  }

  @Requires("lock")
  void givesUp() {
    lock.unlock();
  } // expect: BrokenContract "lock"

  @Requires("lock")
  int givesUpOnOnePath(int n) {
    if (n == 3) {
      lock.unlock();
      return 1; // expect: BrokenContract "lock"
    }
    return 2;
  }

  @Requires("lock")
  void givesUpInBetween() {
    lock.unlock();
    lock.lock();
    count = 23;
  }

  @Requires("lock")
  void noLeak(String text) {
    Integer.parseInt(text);
  }

  @Requires("this")
  synchronized void monitorToo() {}

  void monitor() {
    synchronized (this) {
      monitorToo();
    }
    monitorToo(); // expect: LockNotHeld "this"
  }

  static Runnable constructed(Methods made) {
    return () -> made.set(25); // expect: LockNotHeld "made.lock"
  }
}
