package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mmap lock of the address space is held for writing.
 *
 * <pre>{@code
 * @DefinesLock(name = "mmap", label = "mmap lock")
 * final class AddressSpace {
 *   @RequiresMmapWrite
 *   void clear() {}
 * }
 *
 * final class Loader {
 *   @RequiresMmapWrite("space")
 *   static void reload(AddressSpace space) {
 *     space.clear();
 *   }
 * }
 * }</pre>
 *
 * <p>An alias of {@code @Requires("mmap.writeLock()")}: everything that {@link Requires} says
 * applies.
 *
 * <p><b>Where it may stand:</b> on a method and on a parameter.
 */
@Requires("mmap.writeLock()")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface RequiresMmapWrite {
  /** The objects meant, in place of what the annotation stands on. */
  String[] value() default {};
}
