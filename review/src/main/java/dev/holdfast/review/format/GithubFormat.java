package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * Workflow commands of GitHub Actions. A step shows ten errors and ten warnings; the rest is
 * counted in a notice.
 */
final class GithubFormat {
  private static final int SHOWN = 10;

  private GithubFormat() {}

  static String render(FormatInput input) {
    StringBuilder out = new StringBuilder();
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Diagnostic finding : input.findings()) {
      int count = counts.merge(finding.severity(), 1, Integer::sum);
      if (count <= SHOWN) {
        command(out, finding, input.tool().name());
      }
    }
    String rest = rest(counts);
    if (!rest.isEmpty()) {
      out.append("::notice title=").append(property(input.tool().name())).append("::");
      out.append(data(rest)).append('\n');
    }
    return out.toString();
  }

  private static String rest(Map<Severity, Integer> counts) {
    String errors = more(counts.getOrDefault(Severity.ERROR, 0), "error");
    String warnings = more(counts.getOrDefault(Severity.WARNING, 0), "warning");
    String both = errors.isEmpty() || warnings.isEmpty() ? "" : " and ";
    String all = errors + both + warnings;
    return all.isEmpty() ? "" : all + " not shown: a step shows " + SHOWN + " of each";
  }

  private static String more(int count, String word) {
    int more = count - SHOWN;
    return more <= 0 ? "" : more + " more " + word + (more == 1 ? "" : "s");
  }

  private static void command(StringBuilder out, Diagnostic finding, String tool) {
    Diagnostic.Range range = finding.range();
    out.append(finding.severity() == Severity.ERROR ? "::error " : "::warning ");
    out.append("file=").append(property(range.path()));
    out.append(",line=").append(range.line()).append(",endLine=").append(range.endLine());
    if (range.line() == range.endLine()) {
      /* Columns are allowed within one line only. */
      out.append(",col=").append(range.column()).append(",endColumn=").append(range.endColumn());
    }
    out.append(",title=").append(property(tool + ": " + finding.rule()));
    out.append("::").append(data(Messages.withNotes(finding))).append('\n');
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
