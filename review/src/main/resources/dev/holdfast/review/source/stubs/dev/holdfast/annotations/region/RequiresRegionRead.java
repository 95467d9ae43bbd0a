package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("lock.readLock()")
public @interface RequiresRegionRead {
  String[] value() default {};
}
