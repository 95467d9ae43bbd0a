package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Verdict;
import dev.holdfast.review.format.Markdown;
import java.util.ArrayList;
import java.util.List;

/** A report as a comment on a pull request. */
final class ReviewMarkdown {
  private final StringBuilder out = new StringBuilder();
  private boolean full;

  private ReviewMarkdown() {}

  static String render(ReviewReport report) {
    ReviewMarkdown markdown = new ReviewMarkdown();
    markdown.report(report);
    return markdown.out.toString();
  }

  private void report(ReviewReport report) {
    out.append("### Lock discipline: ").append(Markdown.code(report.base())).append(" → ");
    out.append(Markdown.code(report.head())).append("\n\n");
    out.append(report.fails() ? "❌ " : "✅ ").append("**");
    out.append(ReviewWords.conclusion(report)).append("**\n");
    contracts(report, Verdict.RISKY);
    contracts(report, Verdict.BREAKING);
    section("New findings", items(report.findings().introduced()));
    folded("Compatible and informational contract changes", quiet(report));
    folded("Fixed findings", fixed(report));
    List<String> notes = new ArrayList<>();
    report.notes().forEach(note -> notes.add("- " + Markdown.prose(note.shown()) + "\n"));
    folded("Not reviewed", notes);
    if (full) {
      out.append("\nThe rest is too long for a comment.\n");
    }
  }

  private static List<String> items(List<Diagnostic> findings) {
    return findings.stream().map(Markdown::item).toList();
  }

  private static List<String> quiet(ReviewReport report) {
    return report.changes().stream()
        .filter(c -> c.verdict().compareTo(Verdict.COMPATIBLE) >= 0)
        .map(ReviewMarkdown::item)
        .toList();
  }

  private static List<String> fixed(ReviewReport report) {
    return report.findings().fixed().stream()
        .map(
            f ->
                "- **"
                    + f.rule()
                    + "** "
                    + Markdown.code(Contract.withoutPackages(f.member()))
                    + " "
                    + Markdown.prose(f.message())
                    + "\n")
        .toList();
  }

  private void contracts(ReviewReport report, Verdict verdict) {
    List<String> items =
        report.changes().stream()
            .filter(c -> c.verdict() == verdict)
            .map(ReviewMarkdown::item)
            .toList();
    String word = verdict.word();
    String title = Character.toUpperCase(word.charAt(0)) + word.substring(1);
    section(title + " contract changes: " + ReviewWords.explained(verdict), items);
  }

  private static String item(ContractChange change) {
    StringBuilder item = new StringBuilder("- ");
    item.append(Markdown.code(change.shownMember())).append(" **");
    item.append(change.kind().title()).append("**");
    String before = change.shown(change.before());
    String after = change.shown(change.after());
    if (!before.isEmpty()) {
      item.append(' ').append(Markdown.code(before));
    }
    if (!after.isEmpty() && !after.equals(before)) {
      item.append(before.isEmpty() ? " " : " → ").append(Markdown.code(after));
    }
    if (!change.formerMember().isEmpty()) {
      item.append(", was ").append(Markdown.code(Contract.withoutPackages(change.formerMember())));
    }
    item.append(" (").append(Markdown.code(change.place().path() + ":" + change.place().line()));
    item.append(change.atBase() ? " before" : "").append(")\n");
    if (change.verdict().compareTo(Verdict.COMPATIBLE) < 0) {
      item.append("  - ").append(Markdown.prose(change.callersMeaning())).append('\n');
      if (!change.implementersMeaning().isEmpty()) {
        item.append("  - ");
        item.append(Markdown.prose(change.implementersMeaning())).append('\n');
      }
    }
    return item.toString();
  }

  private void section(String title, List<String> items) {
    if (!items.isEmpty()) {
      append("\n#### " + title + "\n\n");
      items.forEach(this::append);
    }
  }

  private void folded(String title, List<String> items) {
    if (items.isEmpty() || full) {
      return;
    }
    out.append("\n<details><summary>").append(title).append(" (").append(items.size());
    out.append(")</summary>\n\n");
    items.forEach(this::append);
    out.append("\n</details>\n");
  }

  private void append(String text) {
    full = full || !Markdown.fits(out, text);
    if (!full) {
      out.append(text);
    }
  }
}
