package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#LOCK_EXCLUDED}. */
@BugPattern(
    name = "LockExcluded",
    summary = "A call excludes a lock that may be held.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class LockExcludedCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public LockExcludedCheck() {
    super(Rule.LOCK_EXCLUDED);
  }
}
