package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import dev.holdfast.review.diff.ChangeKind;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Verdict;
import dev.holdfast.review.format.RuleInfo;
import dev.holdfast.review.format.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report as findings, so that every output format can show it: a contract change that fails the
 * gate is an error, another one that is breaking or risky a warning; the rest is left out.
 */
final class ReviewFindings {
  private static final String PREFIX = "Contract";

  private ReviewFindings() {}

  static List<Diagnostic> of(ReviewReport report) {
    List<Diagnostic> all = new ArrayList<>(report.findings().introduced());
    for (ContractChange change : report.changes()) {
      boolean fails = report.gate().failing().contains(change.verdict());
      if (!change.atBase() && (fails || change.verdict().compareTo(Verdict.COMPATIBLE) < 0)) {
        all.add(finding(change, fails ? Severity.ERROR : Severity.WARNING));
      }
    }
    return all;
  }

  /** The rules, with one for each kind of change. */
  static Rules rules(Rules rules) {
    return id -> rules.find(id).or(() -> rule(id));
  }

  private static Diagnostic finding(ContractChange change, Severity severity) {
    ContractChange.Place place = change.place();
    Diagnostic.Range range =
        new Diagnostic.Range(place.path(), place.line(), 1, place.line(), 1, 0, 0);
    List<Diagnostic.Note> notes = new ArrayList<>();
    notes.add(note(change.callersMeaning()));
    if (!change.implementersMeaning().isEmpty()) {
      notes.add(note(change.implementersMeaning()));
    }
    return new Diagnostic(
        ruleOf(change.kind()),
        severity,
        range,
        change.verdict().word()
            + " contract change of '"
            + change.shownMember()
            + "': "
            + change.summary(),
        notes,
        List.of(),
        change.member(),
        change.before() + " " + change.after());
  }

  private static Diagnostic.Note note(String message) {
    return new Diagnostic.Note(Diagnostic.NoteKind.OTHER, null, message);
  }

  private static String ruleOf(ChangeKind kind) {
    StringBuilder id = new StringBuilder(PREFIX);
    for (String word : kind.word().split("-")) {
      id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return id.toString();
  }

  private static Optional<RuleInfo> rule(String id) {
    for (ChangeKind kind : ChangeKind.values()) {
      if (ruleOf(kind).equals(id)) {
        String summary = "In a lock contract: " + kind.title() + ".";
        String meaning = kind.callers();
        return Optional.of(new RuleInfo(id, summary, meaning, "", Severity.WARNING));
      }
    }
    return Optional.empty();
  }
}
