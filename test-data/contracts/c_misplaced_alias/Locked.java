package c_misplaced_alias;

import dev.holdfast.annotations.Requires;

/** An alias that does not say where it may stand. */
@Requires("lock")
@interface Locked {}
