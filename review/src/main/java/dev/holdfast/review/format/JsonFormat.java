package dev.holdfast.review.format;

import com.google.gson.stream.JsonWriter;
import dev.holdfast.checker.Diagnostic;
import java.io.IOException;
import java.util.Map;

/** One JSON object a line. */
public final class JsonFormat {
  private JsonFormat() {}

  static String render(FormatInput input) {
    Map<Diagnostic, String> fingerprints = input.fingerprints();
    StringBuilder out = new StringBuilder();
    for (Diagnostic finding : input.findings()) {
      out.append(Json.line(json -> write(json, finding, fingerprints.get(finding)))).append('\n');
    }
    return out.toString();
  }

  /**
   * Writes one finding as an object.
   *
   * @throws IOException if the writer does
   */
  public static void write(JsonWriter json, Diagnostic finding, String fingerprint)
      throws IOException {
    json.beginObject();
    json.name("rule").value(finding.rule());
    json.name("severity").value(finding.severity().word());
    range(json, finding.range());
    json.name("message").value(finding.message());
    json.name("notes").beginArray();
    for (Diagnostic.Note note : finding.notes()) {
      json.beginObject();
      if (note.range() != null) {
        json.name("path").value(note.range().path());
        json.name("line").value(note.range().line());
      }
      json.name("message").value(note.message()).endObject();
    }
    json.endArray().name("fixes").beginArray();
    for (Diagnostic.Fix fix : finding.fixes()) {
      fix(json, fix);
    }
    json.endArray().name("fingerprint").value(fingerprint).endObject();
  }

  private static void fix(JsonWriter json, Diagnostic.Fix fix) throws IOException {
    json.beginObject().name("description").value(fix.description());
    json.name("edits").beginArray();
    for (Diagnostic.Edit edit : fix.edits()) {
      json.beginObject();
      range(json, edit.range());
      json.name("replacement").value(edit.replacement()).endObject();
    }
    json.endArray().endObject();
  }

  private static void range(JsonWriter json, Diagnostic.Range range) throws IOException {
    json.name("path").value(range.path());
    json.name("line").value(range.line());
    json.name("column").value(range.column());
    json.name("endLine").value(range.endLine());
    json.name("endColumn").value(range.endColumn());
  }
}
