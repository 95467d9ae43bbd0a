package dev.holdfast.annotations.region;

import dev.holdfast.annotations.GuardedBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field of a region is read while the region is stabilised, and written under its region lock.
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
 *   @GuardedByRegion
 *   private long flags;
 *
 *   Region(AddressSpace space) {
 *     this.space = space;
 *   }
 *
 *   @RegionStabilised
 *   long flags() {
 *     return flags;
 *   }
 *
 *   @RequiresRegionWrite
 *   void setFlags(long flags) {
 *     this.flags = flags;
 *   }
 * }
 * }</pre>
 *
 * <p>An alias of {@code @GuardedBy(read = "stabilised", write = "lock")}: everything that {@link
 * GuardedBy} says applies.
 *
 * <p><b>Where it may stand:</b> on a field.
 */
@GuardedBy(read = "stabilised", write = "lock")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GuardedByRegion {
  /** The objects meant, in place of what the annotation stands on. */
  String[] value() default {};
}
