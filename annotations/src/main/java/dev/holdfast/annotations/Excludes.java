package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The locks are not held, in any mode, when the method is called.
 *
 * <pre>{@code
 * class Publisher {
 *   private final Object mutex = new Object();
 *
 *   @GuardedBy("mutex")
 *   private final List<Runnable> listeners = new ArrayList<>();
 *
 *   @Excludes("mutex")
 *   void fire() {
 *     List<Runnable> copy;
 *     synchronized (mutex) {
 *       copy = List.copyOf(listeners);
 *     }
 *     copy.forEach(Runnable::run);
 *   }
 * }
 * }</pre>
 *
 * <p>{@code rw.writeLock()} excludes the exclusive hold alone: a caller that holds {@code rw} for
 * reading is welcome.
 *
 * <p><b>Where it may stand:</b> on a method, on a parameter, and on an annotation type that thereby
 * becomes an alias.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts in the knowledge that the lock is not held.
 *   <li><b>Caller:</b> must not possibly hold it at the call ({@code LockExcluded}).
 *   <li><b>Override:</b> inherits it. An exclusion of its own replaces the inherited ones and may
 *       only exclude less ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Repeatable(Excludes.List.class)
public @interface Excludes {
  /** The locks of which none may be held. */
  String[] value();

  /** Several exclusions; each must be respected. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @interface List {
    /** The single contracts. */
    Excludes[] value();
  }
}
