package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body is not checked; its contract still binds the callers.
 *
 * <pre>{@code
 * class Pool {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int free;
 *
 *   @LockUnchecked(reason = "a count for the log, where an old value does no harm")
 *   int roughlyFree() {
 *     return free;
 *   }
 * }
 * }</pre>
 *
 * <p>The reason is for the reader of the code, and for the review of a change that adds one.
 *
 * <p><b>Where it may stand:</b> on a method, a constructor, or a type, whose members are then all
 * unchecked.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> nothing.
 *   <li><b>Caller:</b> everything that the contract says.
 *   <li><b>Override:</b> the contract, as ever. An override is checked unless it says otherwise
 *       itself.
 * </ul>
 *
 * <p>A blank reason is reported as {@code InvalidContract}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface LockUnchecked {
  /** Why the checker cannot follow the body, and why it is right all the same. Not blank. */
  String reason();
}
