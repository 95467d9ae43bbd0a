package dev.holdfast.evaluation.findings;

/**
 * What a person made of a finding.
 *
 * @param genuine whether the code really breaks its own contracts there
 * @param reason why, in a clause or two
 */
public record Judgement(boolean genuine, String reason) {
  /**
   * Whether a false finding follows from the rules alone, because the code leaves something
   * undeclared.
   */
  boolean forced() {
    return !genuine && reason.startsWith("forced:");
  }

  /** The word used in files. */
  String word() {
    return genuine ? "true" : "false";
  }
}
