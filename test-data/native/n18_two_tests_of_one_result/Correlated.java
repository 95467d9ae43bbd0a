package n18;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Use and unlock behind two tests of the same unmodified variable: all right. */
final class Correlated {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  private int idle;

  void result(int n) {
    boolean ok = lock.tryLock();
    if (ok) {
      count = n;
    }
    idle = n;
    if (ok) {
      lock.unlock();
    }
  }

  void inFinally(String text) {
    boolean ok = lock.tryLock();
    try {
      int n = Integer.parseInt(text);
      if (ok) {
        count = n;
      }
    } finally {
      if (ok) {
        lock.unlock();
      }
    }
  }

  void flag(boolean shared, int n) {
    if (shared) {
      lock.lock();
    }
    idle = n;
    if (shared) {
      count = n;
      lock.unlock();
    }
  }

  void flagNegated(boolean alone, int n) {
    if (!alone) {
      lock.lock();
    }
    if (alone) {
      idle = n;
    } else {
      count = n;
    }
    if (!alone) {
      lock.unlock();
    }
  }

  void flagSet(int n) {
    boolean locked = false;
    if (n > 7) {
      lock.lock();
      locked = true;
    }
    idle = n;
    if (locked) {
      count = n;
      lock.unlock();
    }
  }

  void reference(int n) {
    ReentrantLock held = null;
    if (n > 7) {
      lock.lock();
      held = lock;
    }
    idle = n;
    if (held != null) {
      count = n;
      held.unlock();
    }
  }

  void untested(int n) {
    boolean ok = lock.tryLock();
    idle = n;
    count = n; // expect: UnguardedAccess "lock"
    if (ok) {
      lock.unlock();
    }
  }

  void otherOutcome(int n) {
    boolean ok = lock.tryLock();
    if (!ok) {
      count = n; // expect: UnguardedAccess "lock"
    }
    if (ok) {
      lock.unlock();
    }
  }
}
