package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#UNGUARDED_ACCESS}. */
@BugPattern(
    name = "UnguardedAccess",
    summary = "A guarded field is read or written without its guard.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class UnguardedAccessCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public UnguardedAccessCheck() {
    super(Rule.UNGUARDED_ACCESS);
  }
}
