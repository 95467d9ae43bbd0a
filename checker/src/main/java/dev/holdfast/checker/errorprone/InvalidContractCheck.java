package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#INVALID_CONTRACT}. */
@BugPattern(
    name = "InvalidContract",
    summary = "An annotation cannot be resolved, contradicts another, or names no lock.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class InvalidContractCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public InvalidContractCheck() {
    super(Rule.INVALID_CONTRACT);
  }
}
