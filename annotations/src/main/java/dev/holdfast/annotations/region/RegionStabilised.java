package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The region cannot change or go away: its region lock or the mmap lock of its space is held, in
 * any mode.
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
 *   @RegionStabilised
 *   long size() {
 *     return 4096;
 *   }
 *
 *   static long sum(@RegionStabilised Region one, @RegionStabilised Region other) {
 *     return one.size() + other.size();
 *   }
 * }
 * }</pre>
 *
 * <p>On a method whose own type has no such lock but whose result has, it is a promise: the result
 * is stabilised when the method returns.
 *
 * <p>An alias of {@code @Requires("stabilised")}: everything that {@link Requires} says applies.
 *
 * <p><b>Where it may stand:</b> on a method and on a parameter.
 */
@Requires("stabilised")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface RegionStabilised {
  /** The objects meant, in place of what the annotation stands on. */
  String[] value() default {};
}
