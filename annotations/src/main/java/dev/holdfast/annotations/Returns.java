package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's result is the very object that the expression names.
 *
 * <pre>{@code
 * class Stripes {
 *   private final ReentrantLock[] stripes = {new ReentrantLock(), new ReentrantLock()};
 *   private final ReentrantLock spare = new ReentrantLock();
 *
 *   @Returns("stripes[#1]")
 *   ReentrantLock stripe(int key) {
 *     return stripes[key & 1];
 *   }
 *
 *   @Returns("spare")
 *   ReentrantLock spare() {
 *     return spare;
 *   }
 *
 *   void run(int key, Runnable action) {
 *     stripe(key).lock();
 *     try {
 *       action.run();
 *     } finally {
 *       stripe(key).unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>For a lock getter, for a getter of a parent object, and for a keyed getter: the same key gives
 * the same lock. A getter whose body is {@code return finalField;} needs no annotation inside its
 * compilation unit.
 *
 * <p><b>Where it may stand:</b> on a method. {@code #1} is the first parameter; its name does as
 * well.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> must return that object ({@code BrokenContract}). {@code stripes[#1]} is
 *       satisfied by an element of {@code stripes} chosen by a pure function of the argument, or,
 *       for a map, by {@code get} or {@code computeIfAbsent} of that key.
 *   <li><b>Caller:</b> may use the call and the expression as two names of one object.
 *   <li><b>Override:</b> inherits it ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Returns.List.class)
public @interface Returns {
  /** The expression that names the result. */
  String value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The single contracts. */
    Returns[] value();
  }
}
