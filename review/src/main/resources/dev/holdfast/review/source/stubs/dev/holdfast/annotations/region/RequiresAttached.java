package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("attached")
public @interface RequiresAttached {
  String[] value() default {};
}
