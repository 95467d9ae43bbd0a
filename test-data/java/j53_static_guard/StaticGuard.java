// A static field guarded by the class literal: static synchronized is right, an instance monitor
// and getClass() are not.
package j53_static_guard;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class StaticGuard {
  @GuardedBy("StaticGuard.class")
  private static int total;

  private static final ReentrantLock LOCK = new ReentrantLock();

  @GuardedBy("LOCK")
  private static int locked;

  @GuardedBy("StaticGuard.LOCK")
  private int perInstance;

  static synchronized void staticMethod() {
    total++;
  }

  void literal() {
    synchronized (StaticGuard.class) {
      total++;
    }
    total--; // expect: UnguardedAccess "StaticGuard.class"
  }

  synchronized void instanceMethod() {
    total++; // expect: UnguardedAccess "StaticGuard.class"
  }

  void runtimeClass() {
    synchronized (getClass()) {
      total++; // expect: UnguardedAccess "StaticGuard.class"
    }
  }

  void otherClass() {
    synchronized (Object.class) {
      total++; // expect: UnguardedAccess "StaticGuard.class"
    }
  }

  static void field() {
    LOCK.lock();
    try {
      locked++;
    } finally {
      LOCK.unlock();
    }
    locked--; // expect: UnguardedAccess "LOCK"
  }

  void instanceFieldOfStaticLock(StaticGuard other) {
    StaticGuard.LOCK.lock();
    try {
      perInstance++;
      other.perInstance++;
      StaticGuard.locked++;
    } finally {
      LOCK.unlock();
    }
    perInstance--; // expect: UnguardedAccess "LOCK"
  }

  @Requires("StaticGuard.class")
  static void contract() {
    total++;
  }

  static void caller() {
    contract(); // expect: LockNotHeld "StaticGuard.class"
    synchronized (StaticGuard.class) {
      contract();
    }
  }

  static class Sub extends StaticGuard {
    static synchronized void subclassMonitor() {
      contract(); // expect: LockNotHeld "StaticGuard.class"
    }
  }
}
