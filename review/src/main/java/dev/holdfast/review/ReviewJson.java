package dev.holdfast.review;

import com.google.gson.stream.JsonWriter;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import dev.holdfast.checker.message.JsonLines;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.format.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A report as one JSON object. */
final class ReviewJson {
  private ReviewJson() {}

  static String render(ReviewReport report) {
    return Json.line(json -> report(json, report)) + "\n";
  }

  private static void report(JsonWriter json, ReviewReport report) throws IOException {
    json.beginObject();
    json.name("base").value(report.base());
    json.name("head").value(report.head());
    json.name("fails").value(report.fails());
    json.name("incomplete").value(report.incomplete());
    json.name("files").value(report.files());
    json.name("contracts").beginArray();
    for (ContractChange change : report.changes()) {
      change(json, change);
    }
    json.endArray();
    findings(json, "introduced", report.findings().introduced());
    findings(json, "fixed", report.findings().fixed());
    json.name("notes").beginArray();
    for (ReviewNote note : report.notes()) {
      json.beginObject().name("path").value(note.path());
      json.name("revision").value(note.revision());
      json.name("message").value(note.message()).endObject();
    }
    json.endArray().endObject();
  }

  private static void change(JsonWriter json, ContractChange change) throws IOException {
    json.beginObject();
    json.name("kind").value(change.kind().word());
    json.name("verdict").value(change.verdict().word());
    json.name("member").value(change.member());
    json.name("formerMember").value(change.formerMember());
    contracts(json, "before", change.before());
    contracts(json, "after", change.after());
    json.name("path").value(change.place().path());
    json.name("line").value(change.place().line());
    json.name("atBase").value(change.atBase());
    json.name("callers").value(change.callersMeaning());
    json.name("implementers").value(change.implementersMeaning());
    json.endObject();
  }

  private static void contracts(JsonWriter json, String name, List<Contract> contracts)
      throws IOException {
    json.name(name).beginArray();
    for (Contract contract : contracts) {
      json.value(contract.toString());
    }
    json.endArray();
  }

  private static void findings(JsonWriter json, String name, List<Diagnostic> findings)
      throws IOException {
    json.name(name).beginArray();
    for (Map.Entry<FindingKey, Diagnostic> finding : FindingKey.of(findings).entrySet()) {
      json.jsonValue(JsonLines.line(finding.getValue(), finding.getKey().fingerprint()));
    }
    json.endArray();
  }
}
