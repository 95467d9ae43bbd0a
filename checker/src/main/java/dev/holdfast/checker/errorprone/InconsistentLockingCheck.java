package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#INCONSISTENT_LOCKING}. */
@BugPattern(
    name = "InconsistentLocking",
    summary = "Paths meet, or a loop turns, with different locks held, and it matters afterwards.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class InconsistentLockingCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public InconsistentLockingCheck() {
    super(Rule.INCONSISTENT_LOCKING);
  }
}
