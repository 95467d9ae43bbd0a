package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The locks are held when the method returns normally, though the method did not take them.
 *
 * <p>The hold follows from what the caller has, or was established by an assertion in the body.
 *
 * <pre>{@code
 * class Journal {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @Ensures("lock")
 *   void checkOwner() {
 *     if (!lock.isHeldByCurrentThread()) {
 *       throw new IllegalMonitorStateException("the journal is not locked by this thread");
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p><b>Where it may stand:</b> on a method. {@code return} names the result: {@code
 * return.lock.readLock()}.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must have the hold at every normal exit ({@code BrokenContract}); no
 *       requirement is inferred for the method.
 *   <li><b>Caller:</b> may rely on the hold after the call. It owes no release that it did not owe
 *       before.
 *   <li><b>Override:</b> inherits it, and may promise more, not less ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Ensures.List.class)
public @interface Ensures {
  /** The locks or states that hold on normal exit. */
  String[] value();

  /** Several promises; all are kept. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    Ensures[] value();
  }
}
