package com.google.errorprone.annotations.concurrent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method takes the locks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface LockMethod {
  /** The lock expressions. */
  String[] value();
}
