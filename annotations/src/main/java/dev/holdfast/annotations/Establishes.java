package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A state begins: it is known to hold when the method returns normally.
 *
 * <pre>{@code
 * @DefinesState(name = "open", needs = "lock", excludes = "closed")
 * @DefinesState(name = "closed", needs = "lock", excludes = "open")
 * class Channel {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private boolean connected;
 *
 *   @Requires("lock")
 *   @Establishes("open")
 *   @LockUnchecked(reason = "the state is the value of a field, which the checker does not track")
 *   void open() {
 *     connected = true;
 *   }
 *
 *   @Requires({"lock", "open"})
 *   void send(String message) {
 *     System.out.println(message);
 *   }
 * }
 * }</pre>
 *
 * <p>A state that {@link DefinesState#excludes() excludes} another ends it, and so overrides the
 * exit half of a {@link Requires} for the other.
 *
 * <p><b>Where it may stand:</b> on a method. {@code return} names the result.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must know the state at every normal exit ({@code BrokenContract}): by a call
 *       that establishes it, or by a hold that implies it.
 *   <li><b>Caller:</b> knows the state afterwards, for as long as what it {@link
 *       DefinesState#needs() needs} is held.
 *   <li><b>Override:</b> inherits it, and may establish more, not less ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Establishes.List.class)
public @interface Establishes {
  /** The states that begin. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    Establishes[] value();
  }
}
