package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instances of the type carry a lock of the given name.
 *
 * <pre>{@code
 * @DefinesLock(name = "table", label = "table lock")
 * class Table {
 *   @Acquires("table")
 *   @LockUnchecked(reason = "the lock is a number in a file")
 *   void lock() {}
 *
 *   @Releases("table")
 *   @LockUnchecked(reason = "the lock is a number in a file")
 *   void unlock() {}
 * }
 *
 * @DefinesLock(name = "lock", label = "row lock", within = "table.table")
 * @DefinesLock(name = "pinned", impliedBy = {"table.table", "lock"})
 * class Row {
 *   final Table table;
 *
 *   @GuardedBy(read = "pinned", write = "lock")
 *   private int value;
 *
 *   Row(Table table) {
 *     this.table = table;
 *   }
 *
 *   @Requires("pinned")
 *   int value() {
 *     return value;
 *   }
 * }
 *
 * @DefinesLock(label = "event thread")
 * final class EventThread {
 *   private EventThread() {}
 * }
 *
 * class View {
 *   @Requires("EventThread.class")
 *   void repaint() {
 *     System.out.println("painting");
 *   }
 * }
 * }</pre>
 *
 * <p>The name can be used wherever an expression may name a lock: {@code table.lock.readLock()}. It
 * need not be a field; a field of that name is the lock. A subtype that defines an inherited name
 * again says more of the same lock, for example with {@link #sameAs()}. On a type without instances
 * the annotation defines a token or role, named by the class literal.
 *
 * <p><b>Where it may stand:</b> on a type.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Declaration:</b> expressions that name no lock, a cyclic {@link #within()}, {@link
 *       #sameAs()} or {@link #impliedBy()}, and elements that contradict each other ({@code
 *       InvalidContract}).
 *   <li><b>Use:</b> a shared hold where {@link #shared()} is false ({@code InvalidContract}); a
 *       second acquisition where {@link #reentrant()} is false ({@code DoubleAcquire}); an
 *       acquisition without the outer hold ({@code LockNotHeld}) or against the order ({@code
 *       LockOrder}).
 *   <li><b>Subtypes</b> have the lock as well.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(DefinesLock.List.class)
public @interface DefinesLock {
  /** The lock's name; left out for a token that is named by its class literal. */
  String name() default "";

  /** The noun in messages, for example {@code "mmap lock"}; the name, where left out. */
  String label() default "";

  /**
   * The outer lock. An exclusive hold of this lock exists only inside an exclusive hold of that
   * one: taking it needs the outer hold, having it implies the outer hold, and releasing or
   * downgrading the outer one ends it.
   */
  String within() default "";

  /** The locks that are taken before this one. */
  String[] after() default {};

  /** Whether a thread that has the lock may take it again. */
  boolean reentrant() default false;

  /** Whether the lock has a read mode beside the exclusive one. */
  boolean shared() default true;

  /**
   * Makes this a derived lock, never acquired itself: held for reading while any of these is held
   * in any mode.
   */
  String[] impliedBy() default {};

  /** The lock that this is another name for. */
  String sameAs() default "";

  /** Several locks of one type. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The single definitions. */
    DefinesLock[] value();
  }
}
