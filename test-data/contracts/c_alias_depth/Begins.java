package c_alias_depth;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An alias of effects: requires one lock, takes another. */
@Requires("other")
@Acquires("lock")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@interface Begins {}
