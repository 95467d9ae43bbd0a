package dev.holdfast.review.finding;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.util.List;

/** Findings for tests. */
final class Findings {
  private Findings() {}

  static Diagnostic at(String path, int line, String rule, String member, String expression) {
    return new Diagnostic(
        rule,
        Severity.ERROR,
        new Diagnostic.Range(path, line, 3, line, 9, 0, 0),
        "message in line " + line,
        List.of(),
        List.of(),
        member,
        expression);
  }
}
