package c_misplaced_alias;

import dev.holdfast.annotations.GuardedBy;

/** An alias of a guard that does not say where it may stand. */
@GuardedBy("lock")
@interface Kept {}
