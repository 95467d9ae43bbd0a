package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#RELEASE_NOT_HELD}. */
@BugPattern(
    name = "ReleaseNotHeld",
    summary =
        "A lock is released that is not held, is held in another mode, or was released before.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class ReleaseNotHeldCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public ReleaseNotHeldCheck() {
    super(Rule.RELEASE_NOT_HELD);
  }
}
