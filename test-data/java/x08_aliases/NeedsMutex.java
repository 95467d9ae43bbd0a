// An alias for one requirement; values name the objects meant instead of this.
package x08_aliases;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Requires("mutex")
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@Documented
@interface NeedsMutex {
  String[] value() default {};
}
