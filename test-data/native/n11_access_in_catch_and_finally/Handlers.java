package n11;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Guarded accesses in catch and finally: all right before the unlock, findings after it. */
final class Handlers {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void before(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      count = -1;
    } finally {
      count++;
      lock.unlock();
    }
  }

  void after(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } finally {
      lock.unlock();
      count = 0; // expect: UnguardedAccess "lock"
    }
  }

  int afterTheInner(String text) {
    try {
      lock.lock();
      try {
        count = Integer.parseInt(text);
      } finally {
        lock.unlock();
      }
      return 1;
    } catch (NumberFormatException e) {
      return count; // expect: UnguardedAccess "lock"
    }
  }

  void nested(String text) {
    lock.lock();
    try {
      try {
        count = Integer.parseInt(text);
      } finally {
        count = 5;
      }
    } catch (NumberFormatException e) {
      count = 6;
    } finally {
      lock.unlock();
    }
  }

  void notInFinally(String text) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      Integer.parseInt(text);
    } catch (NumberFormatException e) {
      count = 7;
    }
    lock.unlock();
  }
}
