package dev.holdfast.checker.message;

import dev.holdfast.checker.Diagnostic;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Findings as JSON, one object a line: the same bytes for the same findings in any order. */
public final class JsonLines {
  private final StringBuilder out = new StringBuilder();

  private JsonLines() {}

  /** All of them, by path, line, column and rule. */
  public static String of(Collection<Diagnostic> findings) {
    StringBuilder lines = new StringBuilder();
    FindingKey.of(findings)
        .forEach((key, finding) -> lines.append(line(finding, key.fingerprint())).append('\n'));
    return lines.toString();
  }

  /** One of them, without a line end. */
  public static String line(Diagnostic finding, String fingerprint) {
    JsonLines line = new JsonLines();
    line.finding(finding, fingerprint);
    return line.out.toString();
  }

  private void finding(Diagnostic finding, String fingerprint) {
    out.append('{');
    text("rule", finding.rule()).append(',');
    text("severity", finding.severity().word()).append(',');
    range(finding.range()).append(',');
    text("message", finding.message()).append(',');
    list("notes", finding.notes(), JsonLines::note).append(',');
    list("fixes", finding.fixes(), JsonLines::fix).append(',');
    text("fingerprint", fingerprint).append('}');
  }

  private void note(Diagnostic.Note note) {
    if (note.range() != null) {
      text("path", note.range().path()).append(',');
      number("line", note.range().line()).append(',');
    }
    text("message", note.message());
  }

  private void fix(Diagnostic.Fix fix) {
    text("description", fix.description()).append(',');
    list("edits", fix.edits(), JsonLines::edit);
  }

  private void edit(Diagnostic.Edit edit) {
    range(edit.range()).append(',');
    text("replacement", edit.replacement());
  }

  private StringBuilder range(Diagnostic.Range range) {
    text("path", range.path()).append(',');
    number("line", range.line()).append(',');
    number("column", range.column()).append(',');
    number("endLine", range.endLine()).append(',');
    return number("endColumn", range.endColumn());
  }

  private <T> StringBuilder list(String name, List<T> items, BiConsumer<JsonLines, T> members) {
    out.append('"').append(name).append("\":[");
    String separator = "";
    for (T item : items) {
      out.append(separator).append('{');
      members.accept(this, item);
      out.append('}');
      separator = ",";
    }
    return out.append(']');
  }

  private StringBuilder number(String name, int value) {
    return out.append('"').append(name).append("\":").append(value);
  }

  private StringBuilder text(String name, String value) {
    out.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    return out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\f' -> out.append("\\f");
      default -> {
        /* the last two end lines in JavaScript, and so for some readers of lines */
        if (c < ' ' || c == '\u2028' || c == '\u2029') {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
