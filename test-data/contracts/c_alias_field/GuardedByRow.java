package c_alias_field;

import dev.holdfast.annotations.GuardedBy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An alias of a guard. */
@GuardedBy(read = "pinned", write = "lock")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
@interface GuardedByRow {
  String[] value() default {};
}
