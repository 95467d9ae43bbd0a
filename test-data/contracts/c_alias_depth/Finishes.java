package c_alias_depth;

import dev.holdfast.annotations.Releases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The alias that gives back what Begins takes. */
@Releases("lock")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@interface Finishes {}
