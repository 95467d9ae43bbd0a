package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The region lock is held for writing, and with it the mmap lock.
 *
 * <pre>{@code
 * @DefinesLock(name = "mmap", label = "mmap lock")
 * final class AddressSpace {}
 *
 * @DefinesLock(name = "mmap", sameAs = "space.mmap")
 * @DefinesLock(name = "lock", label = "region lock", within = "space.mmap")
 * @DefinesLock(name = "stabilised", label = "stability", impliedBy = {"space.mmap", "lock"})
 * @DefinesState(name = "attached", needs = "stabilised", excludes = "detached", impliedBy = "lock.readLock()")
 * @DefinesState(name = "detached", excludes = "attached")
 * final class Region {
 *   final AddressSpace space;
 *
 *   Region(AddressSpace space) {
 *     this.space = space;
 *   }
 *
 *   @RequiresRegionWrite
 *   void protect() {}
 *
 *   static void protectBoth(@RequiresRegionWrite Region one, @RequiresRegionWrite Region other) {
 *     one.protect();
 *     other.protect();
 *   }
 * }
 * }</pre>
 *
 * <p>An alias of {@code @Requires("lock.writeLock()")}: everything that {@link Requires} says
 * applies.
 *
 * <p><b>Where it may stand:</b> on a method and on a parameter.
 */
@Requires("lock.writeLock()")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface RequiresRegionWrite {
  /** The objects meant, in place of what the annotation stands on. */
  String[] value() default {};
}
