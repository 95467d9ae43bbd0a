package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method takes the locks: not held on entry, held when it returns normally.
 *
 * <pre>{@code
 * class Table {
 *   private final ReadWriteLock rows = new ReentrantReadWriteLock();
 *
 *   @Acquires("rows.readLock()")
 *   void beginRead() {
 *     rows.readLock().lock();
 *   }
 *
 *   @Releases("rows.readLock()")
 *   void endRead() {
 *     rows.readLock().unlock();
 *   }
 * }
 * }</pre>
 *
 * <p>When the method throws, it has taken nothing. A plain {@code rows} means the exclusive mode.
 *
 * <p><b>Where it may stand:</b> on a method, on a constructor (with {@link LockScope} on its type),
 * and on an annotation type that thereby becomes an alias.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must hold the lock at every normal exit ({@code BrokenContract}) and must not
 *       keep it when an exception leaves ({@code LockLeakOnThrow}).
 *   <li><b>Caller:</b> must not hold the lock already, unless it is reentrant or the contract is
 *       {@link #idempotent()} ({@code DoubleAcquire}); holds it afterwards and owes the release
 *       ({@code LockLeak}).
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.ANNOTATION_TYPE})
@Repeatable(Acquires.List.class)
public @interface Acquires {
  /** The locks that are taken. */
  String[] value();

  /**
   * Whether the call does nothing where the lock is held already, so that one release ends the hold
   * however often it was taken.
   */
  boolean idempotent() default false;

  /** Several acquisitions, in this order. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.ANNOTATION_TYPE})
  @interface List {
    /** The single contracts. */
    Acquires[] value();
  }
}
