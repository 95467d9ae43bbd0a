package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method gives the locks back: held on entry, not held when it returns normally.
 *
 * <pre>{@code
 * class Gate {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private boolean open;
 *
 *   @Acquires("lock")
 *   void enter() {
 *     lock.lock();
 *   }
 *
 *   @Releases("lock")
 *   void openAndLeave() {
 *     try {
 *       open = true;
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A lock named without a view is released in whatever mode it is held.
 *
 * <p><b>Where it may stand:</b> on a method, and on an annotation type that thereby becomes an
 * alias.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with the hold and must be without it at every normal exit ({@code
 *       BrokenContract}).
 *   <li><b>Caller:</b> must hold the lock in that mode ({@code ReleaseNotHeld}). After the call it
 *       does not, however the call ended.
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Releases.List.class)
public @interface Releases {
  /** The locks that are released. */
  String[] value();

  /** Several releases, in this order. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @interface List {
    /** The single contracts. */
    Releases[] value();
  }
}
