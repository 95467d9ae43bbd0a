package dev.holdfast.lockdep;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * An object's monitor, as {@code synchronized} takes it, in a form that the validator can follow.
 *
 * <p>Plain {@code synchronized} blocks on the same object exclude the bodies that are run here, but
 * the validator does not see them.
 */
public final class Monitor implements View {
  private final Object object;
  private final Tracker tracker;

  Monitor(Object object, Tracker tracker) {
    this.object = object;
    this.tracker = tracker;
  }

  /** Runs a body while holding the monitor. */
  public void run(@RunsInline Runnable body) {
    before();
    synchronized (object) {
      tracker.after(false);
      try {
        body.run();
      } finally {
        tracker.release();
      }
    }
  }

  /**
   * Runs a body while holding the monitor.
   *
   * @return what the body returns
   * @throws Exception what the body throws
   */
  public <T> T call(@RunsInline Callable<? extends T> body) throws Exception {
    before();
    synchronized (object) {
      tracker.after(false);
      try {
        return body.call();
      } finally {
        tracker.release();
      }
    }
  }

  /**
   * Gives the monitor up, waits to be notified, and takes it back. As with {@link Object#wait()},
   * it may return early.
   *
   * @throws IllegalMonitorStateException if this thread does not hold the monitor
   */
  @Requires("object")
  public void await() throws InterruptedException {
    await(Duration.ZERO);
  }

  /**
   * As {@link #await()}, for a limited time.
   *
   * @param limit how long at most, with a resolution of a millisecond, rounded up; zero for ever
   */
  @Requires("object")
  public void await(Duration limit) throws InterruptedException {
    if (!Thread.holdsLock(object)) {
      throw new IllegalMonitorStateException("`" + this + "` is not held by this thread");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(limit.plusNanos(999_999).toNanos());
    Entry entry = tracker.validator().suspend(tracker.key());
    try {
      synchronized (object) {
        object.wait(millis);
      }
    } finally {
      tracker.validator().resume(entry);
    }
  }

  /**
   * Whether this thread holds the monitor, be it in a body run here or in a {@code synchronized}
   * block.
   */
  public boolean isHeldByCurrentThread() {
    return Thread.holdsLock(object);
  }

  @Override
  public Object key() {
    return tracker.key();
  }

  @Override
  public Mode mode() {
    return Mode.EXCLUSIVE;
  }

  @Override
  public String toString() {
    return tracker.cls() + ": monitor of " + object.getClass().getName();
  }

  private void before() {
    if (!Thread.holdsLock(object)) {
      tracker.before();
    }
  }
}
