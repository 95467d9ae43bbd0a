package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#UNSTABLE_LOCK}. */
@BugPattern(
    name = "UnstableLock",
    summary = "A lock expression runs through something that can change.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
public final class UnstableLockCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public UnstableLockCheck() {
    super(Rule.UNSTABLE_LOCK);
  }
}
