package c_invalid_alias_scope;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An alias that is right where there is such a lock. */
@Requires("lock")
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
@interface NeedsLock {
  String[] value() default {};
}
