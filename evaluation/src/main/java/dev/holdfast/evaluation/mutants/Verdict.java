package dev.holdfast.evaluation.mutants;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param status how it ended
 * @param evidence the new finding, the compiler's error or the failure; empty for a survivor
 */
public record Verdict(Mutant mutant, Status status, String evidence) {
  /** How a mutant can end. */
  public enum Status {
    /** Not Java any more: it does not count. */
    NOT_COMPILED,
    /** There is a finding that the original does not have. */
    KILLED,
    /** There is none. */
    SURVIVED,
    /** The checker failed on it: counts as survived. */
    CRASHED
  }

  /** Whether it counts against the checker. */
  public boolean missed() {
    return status == Status.SURVIVED || status == Status.CRASHED;
  }
}
