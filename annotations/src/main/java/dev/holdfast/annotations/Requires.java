package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The locks are held when the method is entered and when it is left.
 *
 * <pre>{@code
 * class Shard {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int size;
 *
 *   @Requires("lock")
 *   void grow() {
 *     size++;
 *   }
 *
 *   static void growBoth(@Requires("lock") Shard first, @Requires("lock") Shard second) {
 *     first.grow();
 *     second.grow();
 *   }
 * }
 * }</pre>
 *
 * <p>On a method the expression is resolved as Java code in its body would resolve it. On a
 * parameter it names a member of that parameter: {@code @Requires("lock") Shard s} needs {@code
 * s.lock}. {@code rw.readLock()} asks for the lock in either mode, {@code rw.writeLock()} or plain
 * {@code rw} asks for it exclusively. A state declared by {@link DefinesState} may stand in place
 * of a lock.
 *
 * <p><b>Where it may stand:</b> on a method, on a parameter, and on an annotation type that thereby
 * becomes an alias.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> starts with exactly these holds, and must have them again at every exit
 *       ({@code BrokenContract}) unless another contract of the method, such as {@link Releases},
 *       says otherwise.
 *   <li><b>Caller:</b> must surely hold them at the call ({@code LockNotHeld}).
 *   <li><b>Override:</b> inherits them. A requirement of its own replaces the inherited ones and
 *       may only ask for less ({@code IncompatibleOverride}); {@code @Requires({})} asks for
 *       nothing.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Repeatable(Requires.List.class)
public @interface Requires {
  /** The locks or states of which all are needed. */
  String[] value() default {};

  /** The locks or states of which at least one is needed. */
  String[] anyOf() default {};

  /** Several requirements; each must be met. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @interface List {
    /** The single contracts. */
    Requires[] value();
  }
}
