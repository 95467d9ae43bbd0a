package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#LOCK_LEAK}. */
@BugPattern(
    name = "LockLeak",
    summary = "A lock is still held where the method returns, beyond its contract.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class LockLeakCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public LockLeakCheck() {
    super(Rule.LOCK_LEAK);
  }
}
