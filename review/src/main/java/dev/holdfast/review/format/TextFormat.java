package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;

/** The text for people: one line that tools parse, the source with a caret, notes and fixes. */
final class TextFormat {
  private TextFormat() {}

  static String render(FormatInput input) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic finding : input.findings()) {
      finding(out, finding, input.sources());
    }
    return out.toString();
  }

  static void finding(StringBuilder out, Diagnostic finding, SourceLines sources) {
    Diagnostic.Range range = finding.range();
    out.append(range.path())
        .append(':')
        .append(range.line())
        .append(':')
        .append(range.column())
        .append(": ")
        .append(finding.severity().word())
        .append(": [")
        .append(finding.rule())
        .append("] ")
        .append(finding.message())
        .append('\n');
    sources
        .line(range.path(), range.line())
        .ifPresent(line -> out.append(line).append('\n').append(caret(line, range.column())));
    for (Diagnostic.Note note : finding.notes()) {
      out.append("  ");
      if (note.range() != null) {
        out.append(note.range().path()).append(':').append(note.range().line()).append(": ");
      }
      out.append(note.message()).append('\n');
    }
    for (Diagnostic.Fix fix : finding.fixes()) {
      out.append("  fix: ").append(fix.description()).append('\n');
    }
  }

  /** Tabs stay tabs, so that the caret stands under its column whatever their width. */
  private static String caret(String line, int column) {
    StringBuilder caret = new StringBuilder();
    for (int i = 0; i < column - 1; i++) {
      boolean tab = i < line.length() && line.charAt(i) == '\t';
      boolean second = i < line.length() && Character.isLowSurrogate(line.charAt(i));
      caret.append(tab ? "\t" : second ? "" : " ");
    }
    return caret.append("^\n").toString();
  }
}
