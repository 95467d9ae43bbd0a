package dev.holdfast.region;

import java.time.Duration;

/**
 * A second thread for a test: does one thing, and can be watched while it does. A thread that never
 * ends does not keep the JVM alive.
 */
final class Actor implements AutoCloseable {
  /** How long a thread must have waited without a break to be told from one that is only slow. */
  private static final ThreadLocal<Duration> PATIENCE =
      ThreadLocal.withInitial(() -> Duration.ofSeconds(60));

  /** What an actor does. */
  interface Action {
    void run() throws Exception;
  }

  private final Thread thread;
  private volatile Throwable failure;

  private Actor(String name, Action action) {
    thread =
        new Thread(
            () -> {
              try {
                action.run();
              } catch (Throwable e) {
                failure = e;
              }
            },
            name);
    thread.setDaemon(true);
  }

  static Actor start(Action action) {
    return start("actor", action);
  }

  static Actor start(String name, Action action) {
    Actor actor = new Actor(name, action);
    actor.thread.start();
    return actor;
  }

  /** Does something on another thread, from beginning to end. */
  static void run(Action action) {
    start(action).join();
  }

  /** Sets how patient the calling thread is from now on. */
  static void setPatience(Duration patience) {
    PATIENCE.set(patience);
  }

  /** Waits until the actor waits for something itself. */
  Actor awaitBlocked() {
    while (thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive()) {
        throw new AssertionError("the actor should wait, but has ended", failure);
      }
      pause(thread);
    }
    return this;
  }

  /** Waits until the actor has ended. What it threw is thrown here. */
  void join() {
    Throwable thrown = end();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw new AssertionError("the actor failed", thrown);
    }
  }

  /** Waits until the actor has ended; the result is what it threw, or null. */
  Throwable end() {
    if (!ends(thread, PATIENCE.get())) {
      throw new AssertionError("the actor hangs");
    }
    return failure;
  }

  /**
   * Waits until a thread has ended, or hangs: has waited for something, whenever it was looked at,
   * for so long. One that gets no processor is waited for.
   */
  static boolean ends(Thread thread, Duration patience) {
    long since = System.nanoTime();
    while (thread.isAlive()) {
      if (thread.getState() != Thread.State.WAITING) {
        since = System.nanoTime();
      } else if (System.nanoTime() - since > patience.toNanos()) {
        return false;
      }
      pause(thread);
    }
    return true;
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  void interrupt() {
    thread.interrupt();
  }

  @Override
  public void close() {
    join();
  }

  private static void pause(Thread thread) {
    try {
      thread.join(1);
    } catch (InterruptedException e) {
      throw new AssertionError("the test itself was interrupted", e);
    }
  }
}
