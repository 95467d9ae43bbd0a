package dev.holdfast.checker.rule;

import dev.holdfast.checker.Severity;
import java.util.Optional;

/** The rules, by the ids that users type. */
public enum Rule {
  LOCK_NOT_HELD("LockNotHeld", Severity.ERROR),
  UNGUARDED_ACCESS("UnguardedAccess", Severity.ERROR),
  LOCK_EXCLUDED("LockExcluded", Severity.ERROR),
  DOUBLE_ACQUIRE("DoubleAcquire", Severity.ERROR),
  RELEASE_NOT_HELD("ReleaseNotHeld", Severity.ERROR),
  LOCK_LEAK("LockLeak", Severity.ERROR),
  LOCK_LEAK_ON_THROW("LockLeakOnThrow", Severity.WARNING),
  INCONSISTENT_LOCKING("InconsistentLocking", Severity.ERROR),
  BROKEN_CONTRACT("BrokenContract", Severity.ERROR),
  INCOMPATIBLE_OVERRIDE("IncompatibleOverride", Severity.ERROR),
  LOCK_ORDER("LockOrder", Severity.ERROR),
  UNCHECKED_TRY_LOCK("UncheckedTryLock", Severity.WARNING),
  UNSTABLE_LOCK("UnstableLock", Severity.WARNING),
  INVALID_CONTRACT("InvalidContract", Severity.ERROR);

  private final String id;
  private final Severity severity;

  Rule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** What users type to configure, suppress and look up the rule. */
  public String id() {
    return id;
  }

  /** The severity where none is configured. */
  public Severity severity() {
    return severity;
  }

  /** The rule with this id. */
  public static Optional<Rule> byId(String id) {
    for (Rule rule : values()) {
      if (rule.id.equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
