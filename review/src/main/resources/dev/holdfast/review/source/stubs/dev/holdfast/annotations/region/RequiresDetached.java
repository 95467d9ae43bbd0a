package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("detached")
public @interface RequiresDetached {
  String[] value() default {};
}
