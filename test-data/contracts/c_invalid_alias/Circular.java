package c_invalid_alias;

import dev.holdfast.annotations.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An alias of itself means nothing. */
@Circular // expect: InvalidContract "Circular"
@Requires("lock")
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@interface Circular {}
