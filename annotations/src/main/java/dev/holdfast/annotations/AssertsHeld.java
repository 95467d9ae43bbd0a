package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method returns normally only if the locks are held, so the caller may rely on it afterwards.
 *
 * <pre>{@code
 * class Ledger {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private long total;
 *
 *   @AssertsHeld("lock")
 *   void assertLocked() {
 *     if (!lock.isHeldByCurrentThread()) {
 *       throw new AssertionError("the ledger is not locked by this thread");
 *     }
 *   }
 *
 *   long total() {
 *     assertLocked();
 *     return total;
 *   }
 * }
 * }</pre>
 *
 * <p>A method that begins with such a call has thereby declared the requirement: {@code total()}
 * above demands the lock of its callers.
 *
 * <p><b>Where it may stand:</b> on a method.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must know the lock to be held at every normal exit ({@code BrokenContract}).
 *   <li><b>Caller:</b> needs nothing, and has the hold afterwards.
 *   <li><b>Override:</b> inherits it, and may assert more, not less ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(AssertsHeld.List.class)
public @interface AssertsHeld {
  /** The locks or states of which all are asserted. */
  String[] value() default {};

  /** The locks or states of which at least one is asserted. */
  String[] anyOf() default {};

  /** Several assertions. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    AssertsHeld[] value();
  }
}
