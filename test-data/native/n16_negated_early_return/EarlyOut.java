package n16;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** The result is kept, a negated test leaves the method: the rest holds the lock. All right. */
final class EarlyOut {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void kept(int n) {
    boolean ok = lock.tryLock();
    if (!ok) {
      return;
    }
    count = n;
    lock.unlock();
  }

  void comparedWithFalse(int n) {
    final boolean ok = lock.tryLock();
    if (ok == false) {
      return;
    }
    count = n;
    lock.unlock();
  }

  void negatedVariable(int n) {
    boolean failed = !lock.tryLock();
    if (failed) {
      return;
    }
    count = n;
    lock.unlock();
  }

  void thrown(int n) {
    if (!lock.tryLock()) {
      throw new IllegalStateException("busy");
    }
    count = n;
    lock.unlock();
  }

  void inALoop(int turns) {
    for (int i = 0; i < turns; i++) {
      boolean ok = lock.tryLock();
      if (!ok) {
        continue;
      }
      count = i;
      lock.unlock();
    }
  }

  void wrongWayRound(int n) {
    boolean ok = lock.tryLock();
    if (ok) {
      return; // expect: LockLeak "lock"
    }
    count = n; // expect: UnguardedAccess "lock"
  }
}
