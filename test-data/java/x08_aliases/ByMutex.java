// An alias for a guard.
package x08_aliases;

import dev.holdfast.annotations.GuardedBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@GuardedBy("mutex")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
@Documented
@interface ByMutex {}
