package dev.holdfast.evaluation.findings;

import java.util.Comparator;

/**
 * One finding on a corpus.
 *
 * @param rule the rule
 * @param severity {@code error} or {@code warning}
 * @param path the file, relative to the source root
 * @param line 1-based
 * @param column 1-based
 * @param message what is wrong
 * @param key names it without line numbers
 */
public record Finding(
    String rule,
    String severity,
    String path,
    long line,
    long column,
    String message,
    FindingKey key) {
  /** By path, line, column, rule, message. */
  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::path)
          .thenComparingLong(Finding::line)
          .thenComparingLong(Finding::column)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /**
   * One line in the shape that editors and build servers parse; the first line of the message only.
   */
  String toLine() {
    String first = message.lines().findFirst().orElse("");
    return "%s:%d:%d: %s: [%s] %s".formatted(path, line, column, severity, rule, first);
  }
}
