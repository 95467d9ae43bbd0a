package c_foreign_guarded_by;

import java.util.concurrent.locks.ReentrantLock;

/** The guard of JCIP counts as a contract. */
final class Jcip {
  private final ReentrantLock lock = new ReentrantLock();

  @net.jcip.annotations.GuardedBy("lock")
  private int byLock;

  @net.jcip.annotations.GuardedBy("this")
  private int byThis;

  @net.jcip.annotations.GuardedBy("Jcip.class")
  private static int byClass;

  void held() {
    lock.lock();
    byLock = 3;
    lock.unlock();
    synchronized (this) {
      byThis = 5;
    }
    synchronized (Jcip.class) {
      byClass = 7;
    }
  }

  void notHeld() {
    byLock = 9; // expect: UnguardedAccess "lock"
    byThis = 11; // expect: UnguardedAccess "this"
    byClass = 13; // expect: UnguardedAccess "Jcip.class"
  }

  @SuppressWarnings("GuardedBy")
  void silenced() {
    byLock = 15;
  }
}
