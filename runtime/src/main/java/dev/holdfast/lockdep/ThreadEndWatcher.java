package dev.holdfast.lockdep;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon thread that looks for ended threads twice a second. It ends when its validator is
 * garbage.
 */
final class ThreadEndWatcher implements Runnable {
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final WeakReference<Validator> validator;

  private ThreadEndWatcher(Validator validator) {
    this.validator = new WeakReference<>(validator);
  }

  static void start(Validator validator) {
    /* It is started by whoever locks first, and must not keep what belongs to that thread alive. */
    Thread thread = new Thread(null, new ThreadEndWatcher(validator), "holdfast-lockdep", 0, false);
    thread.setContextClassLoader(null);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    while (sweep()) {
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }

  private boolean sweep() {
    Validator current = validator.get();
    if (current == null) {
      return false;
    }
    current.sweep();
    return true;
  }
}
