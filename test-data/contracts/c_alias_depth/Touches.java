package c_alias_depth;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The first level: an annotation annotated with a contract is that contract. */
@Requires("lock")
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@interface Touches {
  String[] value() default {};
}
