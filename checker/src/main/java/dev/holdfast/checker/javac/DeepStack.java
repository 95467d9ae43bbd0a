package dev.holdfast.checker.javac;

import java.util.function.Supplier;

/**
 * Runs work on a thread whose stack is deep enough for whatever the compiler accepts. The analysis
 * needs more of it than the compiler where code is nested deeply, and follows chains of
 * declarations, of which the compiler sees one at a time. The caller waits meanwhile, so that the
 * compiler is used by one thread at a time, as it must be.
 *
 * <p>Classes are handed over one by one, and most take less time than their way through an
 * executor's queue, let alone its start: hence a monitor. The thread works while it owns it, and
 * the caller waits in it.
 */
final class DeepStack {
  /** Reserved, not used: memory is taken only as deep as the work goes. */
  private static final long BYTES = 512L << 20;

  /** How long the thread waits for more work before it ends, in milliseconds. */
  private static final long IDLE = 1_000;

  private Thread thread;
  private Work<?> next;

  /** Answers what the work does; what it throws is thrown here. */
  synchronized <T> T call(Supplier<T> work) {
    if (Thread.currentThread() == thread) {
      return work.get();
    }
    Work<T> handedOver = new Work<>(work);
    next = handedOver;
    if (thread == null) {
      thread = new Thread(null, this::serve, "holdfast", BYTES);
      thread.setDaemon(true);
      thread.start();
    } else {
      notifyAll();
    }
    awaitEnd();
    return handedOver.result();
  }

  /** Not to be cut short: the compiler must not go on while the thread uses it. */
  private void awaitEnd() {
    boolean interrupted = false;
    while (next != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void serve() {
    while (next != null) {
      next.run();
      next = null;
      notifyAll();
      try {
        wait(IDLE);
      } catch (InterruptedException e) {
        break;
      }
    }
    thread = null;
  }

  /** Work, and what came of it. */
  private static final class Work<T> {
    private final Supplier<T> work;
    private T value;
    private RuntimeException exception;
    private Error error;

    Work(Supplier<T> work) {
      this.work = work;
    }

    void run() {
      try {
        value = work.get();
      } catch (RuntimeException e) {
        exception = e;
      } catch (Error e) {
        error = e;
      }
    }

    T result() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return value;
    }
  }
}
