package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#LOCK_ORDER}. */
@BugPattern(
    name = "LockOrder",
    summary = "A lock is taken against a declared order, or against the hierarchy of its parent.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class LockOrderCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public LockOrderCheck() {
    super(Rule.LOCK_ORDER);
  }
}
