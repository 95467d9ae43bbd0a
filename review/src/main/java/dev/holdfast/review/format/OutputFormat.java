package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.JsonLines;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The formats in which findings are written. The same input gives the same bytes. */
public enum OutputFormat {
  /** For people, and for what parses {@code file:line:column}. */
  TEXT(TextFormat::render),
  /** One JSON object a line. */
  JSON(OutputFormat::jsonLines),
  /** A comment on a pull request. */
  MARKDOWN(MarkdownFormat::render),
  /** SARIF 2.1.0. */
  SARIF(SarifFormat::render),
  /** Reviewdog's diagnostic format. */
  RDJSON(RdjsonFormat::render),
  /** Workflow commands of GitHub Actions. */
  GITHUB(GithubFormat::render),
  /** GitLab's code quality report. */
  GITLAB(GitlabFormat::render),
  /** Checkstyle's XML. */
  CHECKSTYLE(CheckstyleFormat::render);

  private final Function<FormatInput, String> renderer;

  OutputFormat(Function<FormatInput, String> renderer) {
    this.renderer = renderer;
  }

  /** The whole output. */
  public String render(FormatInput input) {
    return renderer.apply(input);
  }

  /** Whether it shows {@link FormatInput#suppressed() what is not reported}. */
  public boolean showsSuppressed() {
    return this == SARIF;
  }

  private static String jsonLines(FormatInput input) {
    Map<Diagnostic, String> fingerprints = input.fingerprints();
    StringBuilder lines = new StringBuilder();
    for (Diagnostic finding : input.findings()) {
      lines.append(JsonLines.line(finding, fingerprints.get(finding))).append('\n');
    }
    return lines.toString();
  }

  /** The word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format with that word.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static OutputFormat ofWord(String word) {
    for (OutputFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    String known =
        Arrays.stream(values()).map(OutputFormat::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("unknown format '" + word + "' (known: " + known + ")");
  }
}
