package dev.holdfast.region;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices a writer that sleeps for good, and frees it, so that a lost wake-up is an outcome and not
 * a hang.
 *
 * <p>A writer counts as lost if all readers have left, wake-up included, and it is still parked
 * half a second later. Once one was lost, the run has failed, and the others are freed at once.
 */
final class Lifeguard {
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final Set<Lifeguard> ON_DUTY = ConcurrentHashMap.newKeySet();

  static {
    Thread thread = new Thread(Lifeguard::patrol, "lifeguard");
    thread.setDaemon(true);
    thread.start();
  }

  private static volatile boolean lostBefore;

  private final StressRegion region;
  private final int target;
  private volatile Thread writer;
  private volatile long readersGoneSince;
  private volatile boolean lost;

  /**
   * @param target the count that the writer waits for
   */
  Lifeguard(StressRegion region, int target) {
    this.region = region;
    this.target = target;
  }

  /** Runs what a writer does, which may wait. */
  void watch(Runnable body) {
    writer = Thread.currentThread();
    ON_DUTY.add(this);
    try {
      body.run();
    } finally {
      ON_DUTY.remove(this);
    }
  }

  /** All readers have left. */
  void readersGone() {
    readersGoneSince = System.nanoTime();
  }

  boolean wasLost() {
    return lost;
  }

  private static void patrol() {
    while (true) {
      LockSupport.parkNanos(1_000_000);
      ON_DUTY.forEach(Lifeguard::look);
    }
  }

  private void look() {
    long since = readersGoneSince;
    if (since == 0 || writer.getState() != Thread.State.WAITING) {
      return;
    }
    if (lostBefore || System.nanoTime() - since > PATIENCE_NANOS) {
      lost = true;
      lostBefore = true;
      region.forceCount(target);
      LockSupport.unpark(writer);
    }
  }
}
