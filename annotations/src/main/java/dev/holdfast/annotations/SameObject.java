package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The expressions name one object.
 *
 * <pre>{@code
 * class Space {
 *   final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
 *
 *   @SameObject({"return.space", "this"})
 *   Zone newZone() {
 *     return new Zone(this);
 *   }
 *
 *   static class Zone {
 *     final Space space;
 *
 *     Zone(Space space) {
 *       this.space = space;
 *     }
 *
 *     @SameObject({"first.space", "second.space"})
 *     static void swap(@Requires("space.lock") Zone first, Zone second) {
 *       System.out.println("swapping " + first + " and " + second);
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p><b>Where it may stand:</b> on a method, where {@code return} names the result, and on a type,
 * where it holds for every instance that is fully constructed.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> an equality of the result must hold at every normal exit ({@code
 *       BrokenContract}). One between parameters is believed. That of a class must hold at every
 *       exit of each constructor that calls no other one of the class ({@code BrokenContract}).
 *   <li><b>Caller:</b> may rely on an equality of the result, and must know one between parameters
 *       ({@code LockNotHeld}). About a result that may be null it says something only once the
 *       result was tested.
 *   <li><b>Override:</b> inherits it ({@code IncompatibleOverride}).
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(SameObject.List.class)
public @interface SameObject {
  /** Two expressions for one object. */
  String[] value();

  /** Several such contracts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface List {
    /** The single contracts. */
    SameObject[] value();
  }
}
