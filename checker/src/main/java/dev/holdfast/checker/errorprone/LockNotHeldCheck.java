package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#LOCK_NOT_HELD}. */
@BugPattern(
    name = "LockNotHeld",
    summary = "A call needs a lock, a mode or a state that is not surely held.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class LockNotHeldCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public LockNotHeldCheck() {
    super(Rule.LOCK_NOT_HELD);
  }
}
