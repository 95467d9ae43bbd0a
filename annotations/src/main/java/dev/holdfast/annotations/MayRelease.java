package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The locks are held on entry and on exit, but the method may let them go in between.
 *
 * <p>The caller has the lock before and after, yet nothing that it learnt under the lock is still
 * true.
 *
 * <pre>{@code
 * class Inbox {
 *   private final ReentrantLock lock = new ReentrantLock();
 *   private final Condition filled = lock.newCondition();
 *
 *   @GuardedBy("lock")
 *   private final Deque<String> letters = new ArrayDeque<>();
 *
 *   @MayRelease("lock")
 *   private void awaitLetter() throws InterruptedException {
 *     while (letters.isEmpty()) {
 *       filled.await();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p><b>Where it may stand:</b> on a method. A lock named without a view means any mode.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with the hold and must have it at every exit ({@code BrokenContract}).
 *   <li><b>Caller:</b> must hold the lock ({@code LockNotHeld}). After the call every state, every
 *       inner hold and every object found during the hold is forgotten: it must be looked up again.
 *   <li><b>Override:</b> inherits it. An override that does not release may say so by declaring a
 *       plain {@link Requires}.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(MayRelease.List.class)
public @interface MayRelease {
  /** The locks that may be dropped and retaken. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    MayRelease[] value();
  }
}
