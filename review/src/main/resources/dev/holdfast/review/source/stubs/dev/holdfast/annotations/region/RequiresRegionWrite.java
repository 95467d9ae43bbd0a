package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("lock.writeLock()")
public @interface RequiresRegionWrite {
  String[] value() default {};
}
