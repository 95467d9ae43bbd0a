package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method takes the locks if, and only if, it has the given result.
 *
 * <pre>{@code
 * class Slot {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int uses;
 *
 *   @AcquiresIf(value = "lock", result = When.TRUE)
 *   boolean claim() {
 *     return lock.tryLock();
 *   }
 *
 *   void use() {
 *     if (!claim()) {
 *       return;
 *     }
 *     try {
 *       uses++;
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>With the other outcome, and when the method throws, the lock is left unheld.
 *
 * <p><b>Where it may stand:</b> on a method whose result goes with {@link #result()}. {@code
 * return} names the result: {@code @AcquiresIf(value = "return.lock", result = When.NON_NULL)}.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must hold the lock at each {@code return} of the named outcome and must not
 *       hold it at any other ({@code BrokenContract}).
 *   <li><b>Caller:</b> must not hold the lock already, unless it is reentrant ({@code
 *       DoubleAcquire}); holds it where it has tested the result, also by way of a local variable;
 *       should not ignore the result ({@code UncheckedTryLock}).
 *   <li><b>Override:</b> inherits it. A different effect is reported ({@code
 *       IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(AcquiresIf.List.class)
public @interface AcquiresIf {
  /** The locks that are taken. */
  String[] value();

  /** The result that says they were. */
  When result() default When.TRUE;

  /**
   * Whether the call may wait for the lock, so that lock order binds it as it binds a plain one.
   */
  boolean blocking() default false;

  /** Several conditional acquisitions. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    AcquiresIf[] value();
  }
}
