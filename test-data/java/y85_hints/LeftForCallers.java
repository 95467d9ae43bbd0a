// Helpers that leave a lock held, or give one up, for their callers need to say so.
package y85_hints;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

class LeftForCallers {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  // ---- right

  @AcquiresIf("lock")
  private boolean tryEnter() {
    return lock.tryLock();
  }

  @Acquires("lock")
  private void enter() {
    lock.lock();
  }

  @Releases("lock")
  private int leave() {
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  int use() {
    if (tryEnter()) {
      return leave();
    }
    enter();
    return leave();
  }

  // ---- wrong

  boolean tryIt() {
    return lock.tryLock(); // expect: LockLeak "if the caller is to release it, declare @AcquiresIf"
  }

  void take() {
    lock.lock();
  } // expect: LockLeak "if the caller is to release it, declare @Acquires"

  void forgets(boolean early) {
    lock.lock();
    if (early) {
      return; // expect: LockLeak "'this.lock' is still held where the method returns"
    }
    lock.unlock();
  }

  int givesUp() {
    if (lock.tryLock()) {
      return read();
    }
    return -1;
  }

  private int read() {
    try {
      return count;
    } finally {
      lock.unlock(); // expect: ReleaseNotHeld "if the caller took it, declare @Releases"
    }
  }
}
