package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("mmap.readLock()")
public @interface RequiresMmapRead {
  String[] value() default {};
}
