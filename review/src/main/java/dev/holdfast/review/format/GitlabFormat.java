package dev.holdfast.review.format;

import com.google.gson.stream.JsonWriter;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.io.IOException;
import java.util.Map;

/** GitLab's code quality report. */
final class GitlabFormat {
  private GitlabFormat() {}

  static String render(FormatInput input) {
    Map<Diagnostic, String> fingerprints = input.fingerprints();
    return Json.pretty(
        json -> {
          json.beginArray();
          for (Diagnostic finding : input.findings()) {
            issue(json, finding, fingerprints.get(finding));
          }
          json.endArray();
        });
  }

  private static void issue(JsonWriter json, Diagnostic finding, String fingerprint)
      throws IOException {
    Diagnostic.Range range = finding.range();
    json.beginObject().name("type").value("issue");
    json.name("check_name").value(finding.rule());
    json.name("description").value(finding.message());
    json.name("content").beginObject();
    json.name("body").value(Messages.withNotes(finding)).endObject();
    json.name("categories").beginArray().value("Bug Risk").endArray();
    json.name("fingerprint").value(fingerprint);
    json.name("severity").value(finding.severity() == Severity.ERROR ? "major" : "minor");
    json.name("location").beginObject();
    json.name("path").value(range.path().replaceFirst("^(\\./)+", ""));
    json.name("lines").beginObject().name("begin").value(range.line());
    json.name("end").value(range.endLine()).endObject();
    json.endObject().endObject();
  }
}
