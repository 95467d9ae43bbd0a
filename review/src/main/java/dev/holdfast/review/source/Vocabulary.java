package dev.holdfast.review.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations that are contracts: the language's own, and those of other libraries. */
final class Vocabulary {
  static final String OWN = "dev.holdfast.annotations.";

  private static final Set<String> OWN_NAMES =
      Set.of(
          "GuardedBy",
          "Requires",
          "Ensures",
          "Excludes",
          "Acquires",
          "Releases",
          "AcquiresIf",
          "ReleasesIf",
          "Downgrades",
          "MayRelease",
          "AssertsHeld",
          "TestsHeld",
          "Establishes",
          "Ends",
          "Returns",
          "SameObject",
          "RunsInline",
          "LockScope",
          "AcquiredBefore",
          "AcquiredAfter",
          "LockUnchecked",
          "DefinesLock",
          "DefinesState");

  private static final String CHECKER_FRAMEWORK = "org.checkerframework.checker.lock.qual.";

  private static final Map<String, Foreign> FOREIGN =
      Map.ofEntries(
          Map.entry("net.jcip.annotations.GuardedBy", Foreign.GUARDED_BY),
          Map.entry("javax.annotation.concurrent.GuardedBy", Foreign.GUARDED_BY),
          Map.entry("com.google.errorprone.annotations.concurrent.GuardedBy", Foreign.GUARDED_BY),
          Map.entry("androidx.annotation.GuardedBy", Foreign.GUARDED_BY),
          Map.entry(CHECKER_FRAMEWORK + "GuardedBy", Foreign.QUALIFIER),
          Map.entry(CHECKER_FRAMEWORK + "Holding", Foreign.HOLDING),
          Map.entry(CHECKER_FRAMEWORK + "EnsuresLockHeld", Foreign.ENSURES),
          Map.entry(CHECKER_FRAMEWORK + "EnsuresLockHeldIf", Foreign.ENSURES_IF),
          Map.entry(CHECKER_FRAMEWORK + "MayReleaseLocks", Foreign.MAY_RELEASE_ALL),
          Map.entry("com.google.errorprone.annotations.concurrent.LockMethod", Foreign.LOCK),
          Map.entry("com.google.errorprone.annotations.concurrent.UnlockMethod", Foreign.UNLOCK));

  private static final Map<String, Foreign> FOREIGN_BY_SIMPLE_NAME =
      Map.of(
          "Holding", Foreign.HOLDING,
          "EnsuresLockHeld", Foreign.ENSURES,
          "EnsuresLockHeldIf", Foreign.ENSURES_IF,
          "MayReleaseLocks", Foreign.MAY_RELEASE_ALL,
          "LockMethod", Foreign.LOCK,
          "UnlockMethod", Foreign.UNLOCK);

  private Vocabulary() {}

  /** What a foreign annotation means. */
  enum Foreign {
    /** A guard on a field, a requirement on a method. */
    GUARDED_BY,
    /** A guard on a field; on anything else it qualifies a type. */
    QUALIFIER,
    HOLDING,
    ENSURES,
    ENSURES_IF,
    MAY_RELEASE_ALL,
    LOCK,
    UNLOCK
  }

  /** Whether the qualified name is a contract annotation. */
  static boolean knows(String qualifiedName) {
    return own(qualifiedName).isPresent() || FOREIGN.containsKey(qualifiedName);
  }

  /** The simple name, if the annotation is the language's own. */
  static Optional<String> own(String qualifiedName) {
    if (!qualifiedName.startsWith(OWN)) {
      return Optional.empty();
    }
    String simple = qualifiedName.substring(OWN.length());
    return OWN_NAMES.contains(simple) ? Optional.of(simple) : Optional.empty();
  }

  /** The meaning, if it is another library's. */
  static Optional<Foreign> foreign(String qualifiedName) {
    return Optional.ofNullable(FOREIGN.get(qualifiedName));
  }

  /** The own annotation that a name which cannot be resolved probably means. */
  static Optional<String> ownBySimpleName(String simpleName) {
    return OWN_NAMES.contains(simpleName) ? Optional.of(simpleName) : Optional.empty();
  }

  /** The foreign annotation that a name which cannot be resolved probably means. */
  static Optional<Foreign> foreignBySimpleName(String simpleName) {
    return Optional.ofNullable(FOREIGN_BY_SIMPLE_NAME.get(simpleName));
  }
}
