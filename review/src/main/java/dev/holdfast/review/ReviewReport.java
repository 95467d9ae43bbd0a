package dev.holdfast.review;

import dev.holdfast.checker.Severity;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.diff.Verdict;
import dev.holdfast.review.finding.ChangeFindings;
import dev.holdfast.review.format.Suppressed;
import java.util.List;

/**
 * What a change does to lock discipline. Pure data.
 *
 * @param base what people call the revision before
 * @param head what people call the revision after
 * @param files how many files were compared
 * @param changes the contract changes, gravest first
 * @param findings the findings of the change
 * @param suppressed what the change brings, and the source at head silences
 * @param incomplete whether the findings of one side could not be had; then there are none
 * @param notes what was left out, and why
 * @param gate which verdicts fail
 */
public record ReviewReport(
    String base,
    String head,
    int files,
    List<ContractChange> changes,
    ChangeFindings findings,
    List<Suppressed> suppressed,
    boolean incomplete,
    List<ReviewNote> notes,
    Gate gate) {

  /** Copies the lists. */
  public ReviewReport {
    changes = List.copyOf(changes);
    suppressed = List.copyOf(suppressed);
    notes = List.copyOf(notes);
  }

  /** Whether the review fails: a new finding at error level, or a verdict that the gate names. */
  public boolean fails() {
    boolean error =
        findings.introduced().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return error || gate.fails(changes);
  }

  /** Whether there is nothing to tell but notes. */
  public boolean isEmpty() {
    return changes.isEmpty() && findings.introduced().isEmpty() && findings.fixed().isEmpty();
  }

  /** How many contract changes have that verdict. */
  public long count(Verdict verdict) {
    return changes.stream().filter(change -> change.verdict() == verdict).count();
  }
}
