// An alias of an alias, which adds an exclusion.
package x08_aliases;

import dev.holdfast.annotations.Excludes;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@NeedsMutex
@Excludes("spare")
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
@Documented
@interface Locked {}
