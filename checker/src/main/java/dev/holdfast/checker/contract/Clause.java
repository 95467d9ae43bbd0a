package dev.holdfast.checker.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One promise or demand of a method's contract.
 *
 * @param kind what is said
 * @param locks the lock; several where any one of them will do
 * @param when the outcome it depends on, or null; of a test the one that finds the lock held
 * @param flag {@code idempotent} of an acquisition, {@code blocking} of a conditional one
 * @param origin where it was written
 */
public record Clause(Kind kind, List<LockRef> locks, When when, boolean flag, Origin origin) {
  /** What a clause says. */
  public enum Kind {
    REQUIRES("Requires", Group.REQUIREMENT),
    EXCLUDES("Excludes", Group.EXCLUSION),
    ACQUIRES("Acquires", Group.EFFECT),
    RELEASES("Releases", Group.EFFECT),
    ACQUIRES_IF("AcquiresIf", Group.EFFECT),
    RELEASES_IF("ReleasesIf", Group.EFFECT),
    DOWNGRADES("Downgrades", Group.EFFECT),
    MAY_RELEASE("MayRelease", Group.EFFECT),
    ENSURES("Ensures", Group.EFFECT),
    ASSERTS_HELD("AssertsHeld", Group.EFFECT),
    TESTS_HELD("TestsHeld", Group.EFFECT),
    ESTABLISHES("Establishes", Group.STATE),
    ENDS("Ends", Group.STATE);

    private static final Map<String, Kind> BY_ANNOTATION =
        Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.annotation, kind -> kind));

    /** What an override replaces when it declares a clause of this kind. */
    public final Group group;

    private final String annotation;

    Kind(String annotation, Group group) {
      this.annotation = annotation;
      this.group = group;
    }

    /** What the annotation of that simple name says; null if it makes no clause. */
    static Kind of(String annotation) {
      return BY_ANNOTATION.get(annotation);
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
