package dev.holdfast.checker;

/** How grave a finding is, from the least to the most. */
public enum Severity {
  /** The rule is not reported. */
  OFF,
  /** Worth a look; does not fail a build. */
  WARNING,
  /** A proven violation of a contract; fails a build. */
  ERROR;

  /** The word used on the command line and in text output. */
  public String word() {
    return switch (this) {
      case OFF -> "off";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}
