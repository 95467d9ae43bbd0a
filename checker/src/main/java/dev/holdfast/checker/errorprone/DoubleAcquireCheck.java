package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#DOUBLE_ACQUIRE}. */
@BugPattern(
    name = "DoubleAcquire",
    summary =
        "A lock that is not reentrant is taken while it is held, or the write lock while the same lock is held for reading.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class DoubleAcquireCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public DoubleAcquireCheck() {
    super(Rule.DOUBLE_ACQUIRE);
  }
}
