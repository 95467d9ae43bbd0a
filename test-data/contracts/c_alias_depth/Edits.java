package c_alias_depth;

import dev.holdfast.annotations.Excludes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The second level, with a contract of its own beside the alias. */
@Touches
@Excludes("other")
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@interface Edits {}
