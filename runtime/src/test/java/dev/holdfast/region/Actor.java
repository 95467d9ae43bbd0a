package dev.holdfast.region;

import java.time.Duration;

/**
 * A second thread for a test: does one thing, and can be watched while it does. A thread that never
 * ends does not keep the JVM alive.
 */
final class Actor implements AutoCloseable {
  /** How long a test waits for what must happen. Only a hang takes so long. */
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

  /** Sets how long the calling thread waits from now on. */
  static void setPatience(Duration patience) {
    PATIENCE.set(patience);
  }

  /** Waits until the actor waits for something itself. */
  Actor awaitBlocked() {
    long end = System.nanoTime() + PATIENCE.get().toNanos();
    while (thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the actor should wait, but is " + thread.getState(), failure);
      }
      pause();
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
    try {
      thread.join(PATIENCE.get().toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError("the test itself was interrupted", e);
    }
    if (thread.isAlive()) {
      throw new AssertionError("the actor hangs");
    }
    return failure;
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

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError("the test itself was interrupted", e);
    }
  }
}
