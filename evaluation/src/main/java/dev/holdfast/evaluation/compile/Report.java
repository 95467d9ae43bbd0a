package dev.holdfast.evaluation.compile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One diagnostic of a compilation.
 *
 * @param kind how grave
 * @param rule the rule in brackets that the message begins with; empty for the compiler's own
 *     diagnostics
 * @param file the source file, or null where there is none
 * @param line 1-based
 * @param column 1-based
 * @param start offset of the first character concerned, 0-based; negative where there is none
 * @param end offset after the last one
 * @param message without the rule
 */
public record Report(
    Diagnostic.Kind kind,
    String rule,
    Path file,
    long line,
    long column,
    int start,
    int end,
    String message) {
  private static final Pattern RULE =
      Pattern.compile("\\[([A-Z][A-Za-z]+)\\]\\s+(.*)", Pattern.DOTALL);

  /** Whether the checker speaks of itself rather than of the code. */
  public boolean isFromTheCheckerItself() {
    return rule.equals(Tool.HOLDFAST);
  }

  /** The source text concerned, white space folded; empty where the report has no place. */
  public String excerpt(String source) {
    if (start < 0 || end < start || end > source.length()) {
      return "";
    }
    return source.substring(start, end).replaceAll("\\s+", " ").strip();
  }

  static Report of(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    Matcher matcher = RULE.matcher(text);
    boolean matches = matcher.matches();
    JavaFileObject source = diagnostic.getSource();
    return new Report(
        diagnostic.getKind(),
        matches ? matcher.group(1) : "",
        source == null ? null : Path.of(source.toUri()),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        (int) diagnostic.getStartPosition(),
        (int) diagnostic.getEndPosition(),
        matches ? matcher.group(2) : text);
  }
}
