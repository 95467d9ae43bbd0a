package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of Markdown that show any text as it is, and mention nobody. */
public final class Markdown {
  /** GitHub takes no longer comment; GitLab and others take more. */
  private static final int LIMIT = 60_000;

  private static final Pattern CODE =
      Pattern.compile("'([^'\\n]+)'|(?<![\\w])(@[\\w.]+(?:\\([^)\\n]*\\))?)");

  private Markdown() {}

  /** Whether more text can follow within the length that a comment may have. */
  public static boolean fits(CharSequence so, CharSequence more) {
    return so.length() + more.length() < LIMIT;
  }

  /** Text as code. */
  public static String code(String text) {
    String fence = text.contains("`") ? "``" : "`";
    String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + pad + text.replace('\n', ' ') + pad + fence;
  }

  /** Prose in which what is quoted, and every annotation, becomes code. */
  public static String prose(String text) {
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int from = 0;
    while (code.find()) {
      out.append(escaped(text.substring(from, code.start())));
      out.append(code(code.group(1) != null ? code.group(1) : code.group(2)));
      from = code.end();
    }
    return out.append(escaped(text.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#~])", "\\\\$1").replace("@", "@\u200B");
  }

  /** A finding as an item of a list, its notes below it. */
  public static String item(Diagnostic finding) {
    StringBuilder out = new StringBuilder("- ");
    out.append(finding.severity() == Severity.ERROR ? "❌ " : "⚠️ ");
    Diagnostic.Range range = finding.range();
    out.append(code(range.path() + ":" + range.line())).append(" **").append(finding.rule());
    out.append("** ").append(prose(finding.message())).append('\n');
    for (Diagnostic.Note note : finding.notes()) {
      out.append("  - ");
      if (note.range() != null) {
        out.append(code(note.range().path() + ":" + note.range().line())).append(' ');
      }
      out.append(prose(note.message())).append('\n');
    }
    for (Diagnostic.Fix fix : finding.fixes()) {
      out.append("  - fix: ").append(prose(fix.description())).append('\n');
    }
    return out.toString();
  }

  /** {@code 2 errors and 1 warning}. */
  public static String count(Collection<Diagnostic> findings) {
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = findings.size() - errors;
    String left = errors == 0 ? "" : errors + (errors == 1 ? " error" : " errors");
    String right = warnings == 0 ? "" : warnings + (warnings == 1 ? " warning" : " warnings");
    return left + (left.isEmpty() || right.isEmpty() ? "" : " and ") + right;
  }
}
