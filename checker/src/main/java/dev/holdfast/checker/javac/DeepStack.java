package dev.holdfast.checker.javac;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs work on a thread whose stack is deep enough for whatever the compiler accepts. The analysis
 * needs more of it than the compiler where code is nested deeply, and follows chains of
 * declarations, of which the compiler sees one at a time. The caller waits meanwhile, so that the
 * compiler is used by one thread at a time, as it must be.
 */
final class DeepStack {
  /** Reserved, not used: memory is taken only as deep as the work goes. */
  private static final long BYTES = 512L << 20;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DeepThread::new);

  /** A stack that is set up when it is first used, and given back when it is no longer. */
  DeepStack() {
    executor.allowCoreThreadTimeOut(true);
  }

  /** Answers what the work does; what it throws is thrown here. */
  <T> T call(Supplier<T> work) {
    if (Thread.currentThread() instanceof DeepThread) {
      return work.get();
    }
    try {
      return CompletableFuture.supplyAsync(work, executor).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static final class DeepThread extends Thread {
    DeepThread(Runnable work) {
      super(null, work, "holdfast", BYTES);
      setDaemon(true);
    }
  }
}
