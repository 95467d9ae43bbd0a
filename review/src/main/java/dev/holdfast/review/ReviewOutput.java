package dev.holdfast.review;

import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.SourceLines;
import dev.holdfast.review.format.ToolInfo;

/** Renders a report in any format. */
public final class ReviewOutput {
  private ReviewOutput() {}

  /**
   * The whole output.
   *
   * @param report what was found
   * @param format text, Markdown and JSON show all of it; the others, which know findings alone,
   *     show what is new and every contract change that is breaking or risky
   * @param rules what is known about the checker's rules
   * @param sources lines at head
   * @param tool the tool
   */
  public static String render(
      ReviewReport report, OutputFormat format, Rules rules, SourceLines sources, ToolInfo tool) {
    return switch (format) {
      case TEXT -> ReviewText.render(report, sources, tool);
      case MARKDOWN -> ReviewMarkdown.render(report);
      case JSON -> ReviewJson.render(report);
      case SARIF, RDJSON, GITHUB, GITLAB, CHECKSTYLE ->
          format.render(
              new FormatInput(
                  ReviewFindings.of(report),
                  report.suppressed(),
                  ReviewFindings.rules(rules),
                  sources,
                  tool));
    };
  }
}
