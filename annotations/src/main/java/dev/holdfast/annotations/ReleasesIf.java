package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method gives the locks back if, and only if, it has the given result.
 *
 * <pre>{@code
 * class Batch {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int pending;
 *
 *   @ReleasesIf(value = "lock", result = When.TRUE)
 *   boolean leaveIfDone() {
 *     if (pending > 0) {
 *       return false;
 *     }
 *     lock.unlock();
 *     return true;
 *   }
 * }
 * }</pre>
 *
 * <p>With the other outcome, and when the method throws, the lock is still held.
 *
 * <p><b>Where it may stand:</b> on a method whose result goes with {@link #result()}.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with the hold, must be without it at each {@code return} of the named
 *       outcome and must have it at any other ({@code BrokenContract}).
 *   <li><b>Caller:</b> must hold the lock ({@code ReleaseNotHeld}); still holds it where the result
 *       is the other one.
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(ReleasesIf.List.class)
public @interface ReleasesIf {
  /** The locks that are released. */
  String[] value();

  /** The result that says they were. */
  When result() default When.TRUE;

  /** Several conditional releases. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    ReleasesIf[] value();
  }
}
