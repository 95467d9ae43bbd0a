package dev.holdfast.lockdep;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A lock validator: it knows what each thread holds, learns in which order locks are taken, and
 * reports a possible deadlock the first time that both orders have been seen, whether or not
 * anything hangs.
 *
 * <p>It sees the locks that are wrapped with {@link Tracked} and those that report themselves
 * through {@link Tracking}.
 */
public final class LockDep {
  private static final Validator VALIDATOR =
      new Validator(Reporter.byDefault(Config.from(System::getProperty)));

  private LockDep() {}

  static Validator validator() {
    return VALIDATOR;
  }

  /** What this thread holds, outermost first: a snapshot. */
  public static Collection<Hold> held() {
    return VALIDATOR.held();
  }

  /**
   * Replaces the consumer of reports. It is called once for each kind of mistake and pair of lock
   * classes, on the thread that makes the mistake, before that thread waits; only a thread that
   * ended with locks held is reported by another one. What it throws, the acquisition throws, and
   * the lock is not taken. Locks that it takes are not checked.
   */
  public static void onReport(Consumer<? super Report> consumer) {
    VALIDATOR.onReport(consumer);
  }
}
