package n19;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** The variable is reassigned between the two tests: one finding. */
final class Reassigned {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void atTheRelease(int n) {
    boolean ok = lock.tryLock();
    if (ok) {
      count = n;
    }
    ok = n > 3;
    if (ok) {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  void atTheAccess(int n) {
    boolean ok = lock.tryLock();
    ok |= n > 3;
    if (ok) {
      count = n; // expect: UnguardedAccess "lock"
      lock.unlock();
    }
  }

  void flag(boolean shared, int n) {
    if (shared) {
      lock.lock();
    }
    shared = n > 5;
    if (shared) {
      count = n; // expect: UnguardedAccess "lock"
      lock.unlock();
    }
  }

  void notReassigned(boolean shared, int n) {
    if (shared) {
      lock.lock();
    }
    boolean other = n > 5;
    if (shared) {
      count = other ? n : 0;
      lock.unlock();
    }
  }

  void copied(int n) {
    boolean ok = lock.tryLock();
    boolean kept = ok;
    ok = n > 5;
    if (kept) {
      count = ok ? n : 0;
      lock.unlock();
    }
  }
}
