package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method turns an exclusive hold into a shared one, without a moment in which nothing is held.
 *
 * <pre>{@code
 * class Snapshot {
 *   private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
 *
 *   @Downgrades("lock")
 *   void publish() {
 *     lock.readLock().lock();
 *     lock.writeLock().unlock();
 *   }
 * }
 * }</pre>
 *
 * <p>Every exclusive hold of a lock that is declared {@link DefinesLock#within()} this one ends.
 *
 * <p><b>Where it may stand:</b> on a method.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with the exclusive hold, must have the shared one at every normal exit,
 *       and must not let the lock go in between ({@code BrokenContract}).
 *   <li><b>Caller:</b> must hold the lock exclusively ({@code LockNotHeld}); holds it for reading
 *       afterwards. A call that throws changed nothing.
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Downgrades.List.class)
public @interface Downgrades {
  /** The locks that go from exclusive to shared. */
  String[] value();

  /** Several downgrades. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    Downgrades[] value();
  }
}
