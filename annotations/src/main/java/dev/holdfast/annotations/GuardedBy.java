package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field is read and written only while its guard is held.
 *
 * <pre>{@code
 * class Account {
 *   private final ReadWriteLock lock = new ReentrantReadWriteLock();
 *
 *   @GuardedBy("lock")
 *   private long balance;
 *
 *   long balance() {
 *     lock.readLock().lock();
 *     try {
 *       return balance;
 *     } finally {
 *       lock.readLock().unlock();
 *     }
 *   }
 *
 *   void deposit(long amount) {
 *     lock.writeLock().lock();
 *     try {
 *       balance += amount;
 *     } finally {
 *       lock.writeLock().unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>With one lock in {@link #value()}, a read needs that lock in any mode and a write needs it
 * exclusively. With several, a read needs <b>any one</b> of them and a write needs <b>all</b> of
 * them exclusively: whoever holds one of them keeps every writer out. {@link #read()} and {@link
 * #write()} say the two sides separately.
 *
 * <p>What counts as a write of the field:
 *
 * <ul>
 *   <li>an assignment, compound assignment, increment or decrement;
 *   <li>a store to an element of the guarded array;
 *   <li>a call of a method that changes the object, where a model says so: {@code list.add(x)} of a
 *       {@code java.util} collection is a write, of a concurrent collection it is a read.
 * </ul>
 *
 * <p>Everything else is a read, the accessor of a record component included.
 *
 * <p><b>Where it may stand:</b> on a field, static or not, on a record component, and on an
 * annotation type that thereby becomes an alias. An expression is resolved as Java code in the
 * class of the field would resolve it. For {@code other.balance} the guard is {@code other.lock}.
 *
 * <p><b>What is checked:</b> every access in every method body, by {@code UnguardedAccess}. In a
 * constructor or initialiser the object's own guarded fields are free until {@code this} escapes;
 * so are those of an object that the method itself has created and not yet published. A guard that
 * can itself change is reported by {@code UnstableLock}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Repeatable(GuardedBy.List.class)
public @interface GuardedBy {
  /** The guard of reads and writes; a read needs any one of several, a write all of them. */
  String[] value() default {};

  /** The locks of which a read needs any one. */
  String[] read() default {};

  /** The locks of which a write needs all. A lock without a view is meant exclusively. */
  String[] write() default {};

  /**
   * Whether reads need nothing, as for a volatile field that only writers must agree on. Writes
   * still need the guard.
   */
  boolean racyReads() default false;

  /** Several guards of one field; each must be obeyed. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
  @interface List {
    /** The single contracts. */
    GuardedBy[] value();
  }
}
