package dev.holdfast.lockdep;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.LockUnchecked;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;

/**
 * A lock validator: it knows what each thread holds, learns in which order locks are taken, and
 * reports a possible deadlock the first time that both orders have been seen, whether or not
 * anything hangs.
 *
 * <p>It sees the locks that are wrapped with {@link Tracked} and those that report themselves
 * through {@link Tracking}.
 */
@LockUnchecked(reason = "what is asserted is known from the record of holds, not from the code")
public final class LockDep {
  private static final Validator VALIDATOR =
      new Validator(Reporter.byDefault(Config.from(System::getProperty)));

  private static final Query QUERY = new Query(VALIDATOR);

  private LockDep() {}

  static Validator validator() {
    return VALIDATOR;
  }

  /** What this thread holds, outermost first: a snapshot. */
  public static Collection<Hold> held() {
    return VALIDATOR.held();
  }

  /**
   * Whether this thread holds a lock.
   *
   * <p>The lock may be named by its wrapper, by one of the wrapper's views, or by what is wrapped.
   * Locks that are not tracked are asked themselves where they know their owner, and any other
   * object stands for its monitor.
   *
   * @param mode null for any mode, or the one of the view, if it is one; {@link Mode#EXCLUSIVE} for
   *     an exclusive hold; either shared mode for a shared hold (an exclusive hold alone is none)
   * @return {@link Held#UNKNOWN} if neither the record nor the lock can tell
   */
  public static Held isHeld(Object lock, Mode mode) {
    Objects.requireNonNull(lock, "lock");
    return QUERY.isHeld(lock, mode);
  }

  /**
   * Fails unless this thread holds the lock, in any mode.
   *
   * @throws AssertionError if it does not, or if nobody can tell
   */
  @AssertsHeld("#1")
  public static void assertHeld(Object lock) {
    QUERY.assertHeld(lock, null);
  }

  /**
   * Fails unless this thread holds the lock, for reading or for writing.
   *
   * @throws AssertionError if it does not, or if nobody can tell
   */
  @AssertsHeld("#1.readLock()")
  public static void assertHeld(ReadWriteLock lock) {
    QUERY.assertHeld(lock, null);
  }

  /**
   * Fails unless this thread holds the lock, for reading or for writing.
   *
   * @throws AssertionError if it does not, or if nobody can tell
   */
  @AssertsHeld("#1.readLock()")
  public static void assertHeld(StampedLock lock) {
    QUERY.assertHeld(lock, null);
  }

  /**
   * Fails unless this thread holds the lock for writing.
   *
   * @throws AssertionError if it does not, or if nobody can tell
   */
  @AssertsHeld("#1")
  public static void assertHeldForWrite(Object lock) {
    QUERY.assertHeld(lock, Mode.EXCLUSIVE);
  }

  /**
   * Fails if this thread holds the lock, in whatever mode.
   *
   * @throws AssertionError if it does, or if nobody can tell
   */
  public static void assertNotHeld(Object lock) {
    QUERY.assertNotHeld(lock);
  }

  /**
   * Replaces the consumer of reports. Each consumer is called once for each kind of mistake and
   * pair of lock classes, on the thread that makes the mistake, before that thread waits; only a
   * thread that ended with locks held is reported by another one. What it throws, the acquisition
   * throws, and the lock is not taken. Locks that it takes are not checked.
   */
  public static void onReport(Consumer<? super Report> consumer) {
    VALIDATOR.onReport(consumer);
  }
}
