package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The callback runs before the method returns, on the calling thread.
 *
 * <pre>{@code
 * class Locked {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int hits;
 *
 *   static void twice(@RunsInline Runnable action) {
 *     action.run();
 *     action.run();
 *   }
 *
 *   void hit() {
 *     lock.lock();
 *     try {
 *       twice(() -> hits++);
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Without it a lambda, a method reference or an inner class is taken to run later, with nothing
 * held.
 *
 * <p><b>Where it may stand:</b> on a parameter of a functional type.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> should not keep the callback or hand it to another thread; that it does not is
 *       the author's word.
 *   <li><b>Caller:</b> the lambda passed here is analysed with the locks that are held at the call.
 *   <li><b>Override:</b> inherits it, and may not withdraw it ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface RunsInline {}
