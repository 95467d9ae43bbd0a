package c_acquires_if_blocking;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** A conditional acquisition that may wait is bound by the order, one that may not is free. */
abstract class Blocking {
  final ReentrantLock inner = new ReentrantLock();

  @AcquiredBefore("inner")
  final ReentrantLock outer = new ReentrantLock();

  @AcquiresIf(value = "outer", result = When.TRUE, blocking = true)
  abstract boolean waitForOuter();

  @AcquiresIf(value = "outer", result = When.TRUE)
  abstract boolean tryOuter();

  void blocking() {
    inner.lock();
    try {
      if (waitForOuter()) { // expect: LockOrder "outer"
        outer.unlock();
      }
    } finally {
      inner.unlock();
    }
  }

  void notBlocking() {
    inner.lock();
    try {
      if (tryOuter()) {
        outer.unlock();
      }
    } finally {
      inner.unlock();
    }
  }
}
