package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#LOCK_LEAK_ON_THROW}. */
@BugPattern(
    name = "LockLeakOnThrow",
    summary = "A lock stays held when an exception leaves the method.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
public final class LockLeakOnThrowCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public LockLeakOnThrowCheck() {
    super(Rule.LOCK_LEAK_ON_THROW);
  }
}
