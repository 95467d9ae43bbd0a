package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.Path;

/**
 * A lock that is needed at some point, in the terms of the body at hand.
 *
 * @param lock the lock, not yet canonical
 * @param mode the least mode that will do, or null where the contract leaves it open
 * @param ref the contract's own expression
 * @param origin where the contract was written
 * @param of the object whose guarded fields are all that it is needed for, or null
 */
record Need(Path lock, Mode mode, LockRef ref, Origin origin, Path of) {
  Need(Path lock, Mode mode, LockRef ref, Origin origin) {
    this(lock, mode, ref, origin, null);
  }

  /** Whether the program itself finds out, as with what calls of the JDK require. */
  boolean isTested() {
    return origin != null && origin.source() == Origin.Source.MODEL;
  }

  /** Whether it is what the body of a private helper does with the object, if there is one. */
  boolean isInferred() {
    return origin != null && origin.source() == Origin.Source.INFERRED;
  }
}
