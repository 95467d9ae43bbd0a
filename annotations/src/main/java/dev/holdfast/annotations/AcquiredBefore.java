package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This lock is taken before the named ones, never while one of them is held.
 *
 * <pre>{@code
 * class Router {
 *   @AcquiredBefore("routes")
 *   private final ReentrantLock config = new ReentrantLock();
 *
 *   private final ReentrantLock routes = new ReentrantLock();
 *
 *   void reload() {
 *     config.lock();
 *     try {
 *       routes.lock();
 *       try {
 *         System.out.println("reloading");
 *       } finally {
 *         routes.unlock();
 *       }
 *     } finally {
 *       config.unlock();
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
 * @see AcquiredAfter
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(AcquiredBefore.List.class)
public @interface AcquiredBefore {
  /** The locks that come later. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The single contracts. */
    AcquiredBefore[] value();
  }
}
