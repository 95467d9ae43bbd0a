package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires(anyOf = {"lock.writeLock()", "detached"})
public @interface RequiresRegionMutable {
  String[] value() default {};
}
