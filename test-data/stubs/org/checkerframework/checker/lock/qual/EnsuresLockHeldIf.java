package org.checkerframework.checker.lock.qual;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The locks are held on return if the method returned the given result. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EnsuresLockHeldIf {
  /** The lock expressions. */
  String[] expression();

  /** The result that says they are held. */
  boolean result();
}
