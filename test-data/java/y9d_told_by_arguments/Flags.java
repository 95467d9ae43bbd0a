// An argument may tell a helper whether to take the lock itself.
package y9d_told_by_arguments;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Flags {
  private static final boolean TAKE = true;

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int size;

  @GuardedBy("this")
  private int watched;

  private int size(boolean take) {
    if (take) {
      lock.lock();
    }
    try {
      return size;
    } finally {
      if (take) {
        lock.unlock();
      }
    }
  }

  private int sizeUnless(boolean alreadyLocked) {
    if (!alreadyLocked) {
      lock.lock();
    }
    try {
      return size;
    } finally {
      if (!alreadyLocked) {
        lock.unlock();
      }
    }
  }

  private int watched(boolean take) {
    if (take) {
      synchronized (this) {
        return watched;
      }
    }
    return watched;
  }

  private int through(boolean take) {
    return size(take) + 1;
  }

  private void clear(boolean really) {
    if (really) {
      size = 0;
    }
  }

  private void touch(boolean take, boolean twice) {
    if (take) {
      lock.lock();
    }
    size++;
    if (twice) {
      size++;
    }
    if (take) {
      lock.unlock();
    }
  }

  // ---- right

  int outside() {
    return size(true) + sizeUnless(false) + watched(true) + through(true) + size(TAKE);
  }

  int inside() {
    lock.lock();
    try {
      return size(false) + sizeUnless(true) + through(false);
    } finally {
      lock.unlock();
    }
  }

  synchronized int insideMonitor() {
    return watched(false);
  }

  @Requires("lock")
  int required() {
    return size(false) + size(true);
  }

  void known() {
    boolean take = true;
    touch(take, false);
    touch(take, true);
    clear(false);
  }

  int tested(boolean take) {
    return take ? size(take) : 0;
  }

  // ---- wrong

  int none() {
    return size(false); // expect: LockNotHeld
  }

  int noneUnless() {
    return sizeUnless(true); // expect: LockNotHeld
  }

  int noneOfMonitor() {
    return watched(false); // expect: LockNotHeld
  }

  int noneThrough() {
    return through(false); // expect: LockNotHeld
  }

  int unknown(boolean take) {
    return size(take); // expect: LockNotHeld
  }

  int contrary(boolean take) {
    return take ? 0 : size(take); // expect: LockNotHeld
  }

  void really() {
    clear(true); // expect: LockNotHeld
  }

  void changed() {
    boolean take = true;
    touch(take, false);
    take = false;
    touch(take, false); // expect: LockNotHeld
  }
}
