package dev.holdfast.checker.contract;

import java.util.List;

/**
 * One promise or demand of a method's contract.
 *
 * @param kind what is said
 * @param locks the lock; several where any one of them will do
 * @param when the outcome it depends on, or null
 * @param flag {@code idempotent} of an acquisition, {@code blocking} of a conditional one
 * @param origin where it was written
 */
public record Clause(Kind kind, List<LockRef> locks, When when, boolean flag, Origin origin) {
  /** What a clause says. */
  public enum Kind {
    REQUIRES(Group.REQUIREMENT),
    EXCLUDES(Group.EXCLUSION),
    ACQUIRES(Group.EFFECT),
    RELEASES(Group.EFFECT),
    ACQUIRES_IF(Group.EFFECT),
    RELEASES_IF(Group.EFFECT),
    DOWNGRADES(Group.EFFECT),
    MAY_RELEASE(Group.EFFECT),
    ENSURES(Group.EFFECT),
    ASSERTS_HELD(Group.EFFECT),
    TESTS_HELD(Group.EFFECT),
    ESTABLISHES(Group.STATE),
    ENDS(Group.STATE);

    /** What an override replaces when it declares a clause of this kind. */
    public final Group group;

    Kind(Group group) {
      this.group = group;
    }
  }

  /** The kinds of contract that an override inherits or replaces as a whole. */
  public enum Group {
    REQUIREMENT,
    EXCLUSION,
    EFFECT,
    STATE
  }

  /** The only lock of a clause that cannot name several. */
  public LockRef lock() {
    return locks.get(0);
  }
}
