package dev.holdfast.checker.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.holdfast.checker.rule.Rule;

/** Reports {@link Rule#BROKEN_CONTRACT}. */
@BugPattern(
    name = "BrokenContract",
    summary = "The body does not do what its annotations promise.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
public final class BrokenContractCheck extends RuleCheck {
  private static final long serialVersionUID = 1L;

  /** Called by Error Prone. */
  public BrokenContractCheck() {
    super(Rule.BROKEN_CONTRACT);
  }
}
