package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method returns {@code true} exactly if the locks are held by the current thread.
 *
 * <pre>{@code
 * class Index {
 *   private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
 *
 *   @GuardedBy("lock")
 *   private int generation;
 *
 *   @TestsHeld("lock.writeLock()")
 *   boolean isWriting() {
 *     return lock.isWriteLockedByCurrentThread();
 *   }
 *
 *   void advance() {
 *     assert isWriting();
 *     generation++;
 *   }
 * }
 * }</pre>
 *
 * <p><b>Where it may stand:</b> on a method that returns {@code boolean}.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must know the lock to be held where it returns {@code true}, and not to be
 *       held where it returns {@code false} ({@code BrokenContract}).
 *   <li><b>Caller:</b> has the hold in the branch where the result is true, in {@code assert} and
 *       {@code if} alike, and knows in the other branch that it has not. At the very beginning of a
 *       method an assertion of it is a contract of that method.
 *   <li><b>Override:</b> inherits it ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(TestsHeld.List.class)
public @interface TestsHeld {
  /** The locks or states that the result speaks of. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    TestsHeld[] value();
  }
}
