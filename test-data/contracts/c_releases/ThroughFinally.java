package c_releases;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/** A handler counts on a release that fails, and on what a finally block before it has done. */
class ThroughFinally {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock outer = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Releases("lock")
  void end() {
    lock.unlock();
  }

  void releasedOnTheWay() {
    outer.lock();
    lock.lock();
    try {
      try {
        end();
      } finally {
        outer.unlock();
      }
    } catch (Throwable t) {
      System.out.println("failed");
    }
  }

  void releasedInFinally(Runnable task) {
    lock.lock();
    try {
      try {
        task.run();
      } finally {
        end();
      }
    } catch (Throwable t) {
      count = 3; // expect: UnguardedAccess "lock"
    }
  }

  void keptOnTheWay() {
    outer.lock();
    lock.lock();
    try {
      try {
        end();
      } finally {
        count = 5; // expect: UnguardedAccess "lock"
      }
    } catch (Throwable t) {
      System.out.println("failed");
    }
  } // expect: LockLeak "outer"
}
