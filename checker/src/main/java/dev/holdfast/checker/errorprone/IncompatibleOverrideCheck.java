package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#INCOMPATIBLE_OVERRIDE}. */
@BugPattern(
    name = "IncompatibleOverride",
    summary = "An overriding method requires more, or promises less, than what it overrides.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class IncompatibleOverrideCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public IncompatibleOverrideCheck() {
    super(Rule.INCOMPATIBLE_OVERRIDE);
  }
}
