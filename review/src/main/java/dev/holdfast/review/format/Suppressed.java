package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;

/**
 * A finding that is not reported, and why.
 *
 * @param finding the finding
 * @param kind what silences it
 * @param justification the reason given
 */
public record Suppressed(Diagnostic finding, Kind kind, String justification) {

  /** What silences a finding. */
  public enum Kind {
    /** An annotation in the source. */
    IN_SOURCE,
    /** The baseline. */
    EXTERNAL
  }
}
