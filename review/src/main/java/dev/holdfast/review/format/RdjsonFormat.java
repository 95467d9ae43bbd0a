package dev.holdfast.review.format;

import com.google.gson.stream.JsonWriter;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.io.IOException;
import java.util.OptionalInt;

/** Reviewdog's format. Its columns count bytes of UTF-8; where they cannot be told, lines do. */
final class RdjsonFormat {
  private final FormatInput input;

  private RdjsonFormat(FormatInput input) {
    this.input = input;
  }

  static String render(FormatInput input) {
    return Json.pretty(new RdjsonFormat(input)::result);
  }

  private void result(JsonWriter json) throws IOException {
    json.beginObject().name("source").beginObject();
    json.name("name").value(input.tool().name());
    if (!input.tool().uri().isEmpty()) {
      json.name("url").value(input.tool().uri());
    }
    json.endObject().name("diagnostics").beginArray();
    for (Diagnostic finding : input.findings()) {
      diagnostic(json, finding);
    }
    json.endArray().endObject();
  }

  private void diagnostic(JsonWriter json, Diagnostic finding) throws IOException {
    RuleInfo rule = input.rules().get(finding.rule());
    json.beginObject().name("message").value(Messages.withNotes(finding));
    json.name("location").beginObject().name("path").value(finding.range().path());
    range(json, finding.range());
    json.endObject();
    json.name("severity").value(finding.severity() == Severity.ERROR ? "ERROR" : "WARNING");
    json.name("code").beginObject().name("value").value(finding.rule());
    if (!rule.helpUri().isEmpty()) {
      json.name("url").value(rule.helpUri());
    }
    json.endObject();
    suggestions(json, finding);
    json.endObject();
  }

  /** Each suggestion stands for itself, so only a fix that is one edit of this file can be one. */
  private void suggestions(JsonWriter json, Diagnostic finding) throws IOException {
    json.name("suggestions").beginArray();
    for (Diagnostic.Fix fix : finding.fixes()) {
      boolean single =
          fix.edits().size() == 1
              && fix.edits().get(0).range().path().equals(finding.range().path());
      if (single) {
        json.beginObject();
        range(json, fix.edits().get(0).range());
        json.name("text").value(fix.edits().get(0).replacement()).endObject();
      }
    }
    json.endArray();
  }

  private void range(JsonWriter json, Diagnostic.Range range) throws IOException {
    OptionalInt start = Columns.utf8(input.sources(), range.path(), range.line(), range.column());
    OptionalInt end =
        Columns.utf8(input.sources(), range.path(), range.endLine(), range.endColumn());
    boolean exact = start.isPresent() && end.isPresent();
    json.name("range").beginObject();
    position(json, "start", range.line(), exact ? start : OptionalInt.empty());
    position(json, "end", range.endLine(), exact ? end : OptionalInt.empty());
    json.endObject();
  }

  private static void position(JsonWriter json, String name, int line, OptionalInt column)
      throws IOException {
    json.name(name).beginObject().name("line").value(line);
    if (column.isPresent()) {
      json.name("column").value(column.getAsInt());
    }
    json.endObject();
  }
}
