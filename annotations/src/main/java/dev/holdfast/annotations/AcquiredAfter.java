package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This lock may be taken while the named ones are held; they are never taken while it is.
 *
 * <pre>{@code
 * class Router {
 *   private final ReentrantLock config = new ReentrantLock();
 *
 *   @AcquiredAfter("config")
 *   private final ReentrantLock routes = new ReentrantLock();
 *
 *   void route() {
 *     routes.lock();
 *     try {
 *       System.out.println("routing");
 *     } finally {
 *       routes.unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Orders are transitive. They bind acquisitions that may wait: a conditional one that is not
 * {@link AcquiresIf#blocking() blocking} is free, and so is taking a reentrant lock again.
 *
 * <p><b>Where it may stand:</b> on a field that holds a lock, and on a type with {@link
 * DefinesLock}, whose lock is then meant.
 *
 * <p><b>What is checked:</b> every blocking acquisition in every body, by {@code LockOrder}. An
 * order that contradicts itself is reported as {@code InvalidContract}.
 *
 * @see AcquiredBefore
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(AcquiredAfter.List.class)
public @interface AcquiredAfter {
  /** The locks that come earlier. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The single contracts. */
    AcquiredAfter[] value();
  }
}
