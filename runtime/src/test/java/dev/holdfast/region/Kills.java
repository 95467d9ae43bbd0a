package dev.holdfast.region;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the protocol: passes with the right parts, and fails with each of the defects named. It
 * runs once for the one, and once for each of the others, with the failure demanded.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(KillsExtension.class)
@interface Kills {
  /** The planted defects that the test must catch. */
  Mutant[] value() default {};
}
