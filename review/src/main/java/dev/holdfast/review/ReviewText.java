package dev.holdfast.review;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Verdict;
import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.SourceLines;
import dev.holdfast.review.format.ToolInfo;
import java.util.List;

/** A report as text for people. */
final class ReviewText {
  private ReviewText() {}

  static String render(ReviewReport report, SourceLines sources, ToolInfo tool) {
    StringBuilder out = new StringBuilder();
    out.append("review of ").append(report.base()).append(" .. ").append(report.head());
    out.append(", ").append(ReviewWords.count(report.files(), "changed file")).append('\n');
    for (Verdict verdict : Verdict.values()) {
      contracts(out, report, verdict);
    }
    if (!report.findings().introduced().isEmpty()) {
      out.append("\nnew findings\n");
      FormatInput input =
          new FormatInput(report.findings().introduced(), List.of(), Rules.none(), sources, tool);
      out.append(OutputFormat.TEXT.render(input));
    }
    if (!report.findings().fixed().isEmpty()) {
      out.append("\nfixed findings\n");
      report
          .findings()
          .fixed()
          .forEach(
              f ->
                  out.append("  [")
                      .append(f.rule())
                      .append("] ")
                      .append(Contract.withoutPackages(f.member()))
                      .append(": ")
                      .append(f.message())
                      .append('\n'));
    }
    if (!report.notes().isEmpty()) {
      out.append("\nnot reviewed\n");
      report.notes().forEach(note -> out.append("  ").append(note.shown()).append('\n'));
    }
    return out.append('\n').append(ReviewWords.conclusion(report)).append('\n').toString();
  }

  private static void contracts(StringBuilder out, ReviewReport report, Verdict verdict) {
    if (report.count(verdict) == 0) {
      return;
    }
    out.append('\n').append(verdict.word()).append(": ").append(ReviewWords.explained(verdict));
    out.append('\n');
    for (ContractChange change : report.changes()) {
      if (change.verdict() == verdict) {
        change(out, change);
      }
    }
  }

  private static void change(StringBuilder out, ContractChange change) {
    out.append(change.place().path()).append(':').append(change.place().line());
    out.append(change.atBase() ? " (before)" : "").append(": ");
    out.append(change.shownMember()).append(": ").append(change.summary()).append('\n');
    if (change.verdict() == Verdict.INFORMATIONAL) {
      return;
    }
    out.append("  ").append(change.callersMeaning()).append('\n');
    if (!change.implementersMeaning().isEmpty()) {
      out.append("  ").append(change.implementersMeaning()).append('\n');
    }
  }
}
