package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#UNCHECKED_TRY_LOCK}. */
@BugPattern(
    name = "UncheckedTryLock",
    summary = "The result of a conditional acquisition is ignored.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
public final class UncheckedTryLockCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public UncheckedTryLockCheck() {
    super(Rule.UNCHECKED_TRY_LOCK);
  }
}
