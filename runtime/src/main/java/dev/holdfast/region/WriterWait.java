package dev.holdfast.region;

import java.util.concurrent.locks.LockSupport;

/**
 * Where the writer of a space waits for readers to leave. One slot is enough: who waits holds the
 * mmap lock for writing.
 *
 * <p>The slot and the count are both accessed in volatile mode: either the writer, having stored
 * the slot, sees the last reader gone, or that reader, having left, sees the slot.
 */
class WriterWait {
  private volatile Thread waiter;

  /**
   * Waits until the count of a region is the target.
   *
   * @param interruptible whether an interrupt ends the wait; if not, the interrupt status is kept
   * @return false if the wait was interrupted; the interrupt status is then cleared
   */
  boolean await(RegionState region, int target, boolean interruptible) {
    Thread self = Thread.currentThread();
    boolean interrupted = false;
    waiter = self;
    try {
      while (region.count() != target) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          if (interruptible) {
            return false;
          }
          interrupted = true;
        }
      }
      return true;
    } finally {
      waiter = null;
      if (interrupted) {
        self.interrupt();
      }
    }
  }

  /** Makes the writer look again, if one waits. */
  void wake() {
    Thread writer = waiter;
    if (writer != null) {
      LockSupport.unpark(writer);
    }
  }

  /** Whether a writer waits at present. */
  final boolean isWaiting() {
    return waiter != null;
  }
}
