// An alias for an effect.
package x08_aliases;

import dev.holdfast.annotations.Acquires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Acquires("mutex")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Documented
@interface Takes {}
