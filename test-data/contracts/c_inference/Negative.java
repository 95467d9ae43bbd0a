package c_inference;

import dev.holdfast.annotations.Excludes;
import java.util.concurrent.locks.ReentrantLock;

/** The branch in which a lock is not held proves its absence. */
abstract class Negative {
  final ReentrantLock lock = new ReentrantLock();
  int free;

  @Excludes("lock")
  abstract void apart();

  void provenByBranch(boolean locked) {
    free = 5;
    if (locked) {
      lock.lock();
    }
    try {
      if (!lock.isHeldByCurrentThread()) {
        apart();
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }
}
