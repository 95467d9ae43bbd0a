package dev.holdfast.lockdep;

/**
 * A lock that can tell, or knows that it cannot tell, whether the current thread holds it. {@link
 * LockDep#isHeld} asks it when the validator has no hold on record.
 */
public interface OwnershipAware {
  /**
   * Whether the current thread holds this lock.
   *
   * @param mode null for any mode; {@link Mode#EXCLUSIVE} for an exclusive hold; either shared mode
   *     for a shared hold
   */
  Held heldByCurrentThread(Mode mode);
}
