package dev.holdfast.review;

import dev.holdfast.checker.Severity;
import dev.holdfast.review.diff.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The words that every rendering of a report uses. */
final class ReviewWords {
  private ReviewWords() {}

  static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  static String explained(Verdict verdict) {
    return switch (verdict) {
      case BREAKING -> "code that was right may be wrong now";
      case RISKY -> "safety is given up";
      case COMPATIBLE -> "nobody has to change, and no less is proven";
      case INFORMATIONAL -> "says the same as before, or came or went with its code";
    };
  }

  /** One line: whether it fails, and why. */
  static String conclusion(ReviewReport report) {
    List<String> reasons = new ArrayList<>();
    for (Verdict verdict : report.gate().ordered()) {
      long changes = report.count(verdict);
      if (changes > 0) {
        reasons.add(count(changes, verdict.word() + " contract change"));
      }
    }
    long errors =
        report.findings().introduced().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .count();
    if (errors > 0) {
      reasons.add(count(errors, "new error"));
    }
    if (!reasons.isEmpty()) {
      return "fails: " + String.join(", ", reasons);
    }
    if (report.incomplete()) {
      return "incomplete: findings were not compared";
    }
    return report.isEmpty() ? "passes: no lock contract changed, nothing new found" : "passes";
  }
}
