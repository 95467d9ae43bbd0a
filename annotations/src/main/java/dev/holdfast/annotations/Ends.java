package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A state ends: it is required on entry and no longer known when the method returns.
 *
 * <pre>{@code
 * @DefinesState(name = "running", needs = "lock")
 * class Task {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @Requires("lock")
 *   @Ends("running")
 *   @LockUnchecked(reason = "the state is the value of a field, which the checker does not track")
 *   void stop() {
 *     System.out.println("stopped");
 *   }
 *
 *   @Requires({"lock", "running"})
 *   void finish() {
 *     System.out.println("the last step runs");
 *   }
 *
 *   @Requires({"lock", "running"})
 *   @Ends("running")
 *   void finishAndStop() {
 *     finish();
 *     stop();
 *   }
 * }
 * }</pre>
 *
 * <p><b>Where it may stand:</b> on a method.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with the state, and must have ended it at every normal exit ({@code
 *       BrokenContract}), even where a {@link Requires} names it too.
 *   <li><b>Caller:</b> must know the state ({@code LockNotHeld}); does not know it afterwards.
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Ends.List.class)
public @interface Ends {
  /** The states that end. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    Ends[] value();
  }
}
