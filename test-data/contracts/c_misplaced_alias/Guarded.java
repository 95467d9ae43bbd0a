package c_misplaced_alias;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** An alias for members of both kinds: on each it means the contract that fits. */
@GuardedBy("lock")
@Requires("lock")
@interface Guarded {}
