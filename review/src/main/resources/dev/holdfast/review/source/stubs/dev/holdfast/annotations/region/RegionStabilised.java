package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("stabilised")
public @interface RegionStabilised {
  String[] value() default {};
}
