package dev.holdfast.annotations.region;

import dev.holdfast.annotations.GuardedBy;

@GuardedBy(read = "stabilised", write = "lock")
public @interface GuardedByRegion {
  String[] value() default {};
}
