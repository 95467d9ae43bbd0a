package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mmap lock of the address space is held, for reading or for writing.
 *
 * <pre>{@code
 * @DefinesLock(name = "mmap", label = "mmap lock")
 * final class AddressSpace {
 *   @RequiresMmapRead
 *   int count() {
 *     return 0;
 *   }
 *
 *   static int countBoth(@RequiresMmapRead AddressSpace one, @RequiresMmapRead AddressSpace other) {
 *     return one.count() + other.count();
 *   }
 * }
 * }</pre>
 *
 * <p>An alias of {@code @Requires("mmap.readLock()")}: everything that {@link Requires} says
 * applies.
 *
 * <p><b>Where it may stand:</b> on a method and on a parameter.
 */
@Requires("mmap.readLock()")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface RequiresMmapRead {
  /** The objects meant, in place of what the annotation stands on. */
  String[] value() default {};
}
