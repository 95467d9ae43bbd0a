package dev.holdfast.annotations.region;

import dev.holdfast.annotations.Requires;

@Requires("mmap.writeLock()")
public @interface RequiresMmapWrite {
  String[] value() default {};
}
