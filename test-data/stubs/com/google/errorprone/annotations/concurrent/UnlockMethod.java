package com.google.errorprone.annotations.concurrent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method releases the locks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface UnlockMethod {
  /** The lock expressions. */
  String[] value();
}
