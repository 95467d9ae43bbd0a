package dev.holdfast.review.format;

import com.google.gson.stream.JsonWriter;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** SARIF 2.1.0, as GitHub code scanning wants it. */
final class SarifFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** GitHub refuses a run with more results. */
  private static final int MOST_RESULTS = 25_000;

  private final FormatInput input;
  private final Map<Diagnostic, String> fingerprints;
  private final Map<String, Integer> ruleIndex = new TreeMap<>();

  private SarifFormat(FormatInput input) {
    this.input = input;
    fingerprints = input.fingerprints();
    TreeSet<String> ids = new TreeSet<>();
    input.findings().forEach(finding -> ids.add(finding.rule()));
    input.suppressed().forEach(s -> ids.add(s.finding().rule()));
    ids.forEach(id -> ruleIndex.put(id, ruleIndex.size()));
  }

  static String render(FormatInput input) {
    return Json.pretty(new SarifFormat(input)::log);
  }

  private void log(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    tool(json);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("originalUriBaseIds").beginObject().name("%SRCROOT%").beginObject();
    text(json, "description", "the root of the sources");
    json.endObject().endObject();
    json.name("results").beginArray();
    int left = MOST_RESULTS;
    for (Diagnostic finding : input.findings()) {
      if (left-- > 0) {
        result(json, finding, null);
      }
    }
    for (Suppressed suppressed : input.suppressed()) {
      if (left-- > 0) {
        result(json, suppressed.finding(), suppressed);
      }
    }
    json.endArray().endObject().endArray().endObject();
  }

  private void tool(JsonWriter json) throws IOException {
    ToolInfo tool = input.tool();
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value(tool.name());
    json.name("version").value(tool.version());
    if (!tool.uri().isEmpty()) {
      json.name("informationUri").value(tool.uri());
    }
    json.name("rules").beginArray();
    for (String id : ruleIndex.keySet()) {
      rule(json, input.rules().get(id));
    }
    json.endArray().endObject().endObject();
  }

  private static void rule(JsonWriter json, RuleInfo rule) throws IOException {
    json.beginObject().name("id").value(rule.id());
    json.name("name").value(rule.id());
    text(json, "shortDescription", rule.summary());
    text(json, "fullDescription", rule.summary());
    json.name("help").beginObject();
    json.name("text").value(rule.description());
    json.name("markdown").value(rule.description()).endObject();
    if (!rule.helpUri().isEmpty()) {
      json.name("helpUri").value(rule.helpUri());
    }
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(level(rule.severity())).endObject();
    json.name("properties").beginObject();
    json.name("tags").beginArray().value("concurrency").value("correctness").endArray();
    json.name("precision").value("very-high").name("problem.severity");
    json.value(rule.severity() == Severity.ERROR ? "error" : "warning").endObject();
    json.endObject();
  }

  private void result(JsonWriter json, Diagnostic finding, Suppressed suppressed)
      throws IOException {
    json.beginObject().name("ruleId").value(finding.rule());
    json.name("ruleIndex").value(ruleIndex.get(finding.rule()));
    json.name("level").value(level(finding.severity()));
    text(json, "message", sentence(finding));
    json.name("locations").beginArray();
    location(json, finding.range(), "", -1, finding.member());
    json.endArray();
    related(json, finding);
    codeFlow(json, finding);
    json.name("partialFingerprints").beginObject();
    /* The name under which GitHub tracks an alert; ours knows moved code. */
    json.name("primaryLocationLineHash").value(fingerprints.get(finding) + ":1");
    json.name("holdfast/v1").value(fingerprints.get(finding)).endObject();
    fixes(json, finding);
    if (suppressed != null) {
      suppression(json, suppressed);
    }
    json.endObject();
  }

  private static String sentence(Diagnostic finding) {
    StringBuilder text = new StringBuilder(finding.message());
    finding.fixes().forEach(fix -> text.append("\nfix: ").append(fix.description()));
    return text.toString();
  }

  private static void suppression(JsonWriter json, Suppressed suppressed) throws IOException {
    boolean inSource = suppressed.kind() == Suppressed.Kind.IN_SOURCE;
    json.name("suppressions").beginArray().beginObject();
    json.name("kind").value(inSource ? "inSource" : "external");
    json.name("status").value("accepted");
    json.name("justification").value(suppressed.justification());
    json.endObject().endArray();
  }

  private static void related(JsonWriter json, Diagnostic finding) throws IOException {
    json.name("relatedLocations").beginArray();
    int id = 0;
    for (Diagnostic.Note note : finding.notes()) {
      if (note.range() != null) {
        location(json, note.range(), note.message(), id++, null);
      }
    }
    json.endArray();
  }

  /** From where the lock was taken, over where it ended, to where it was needed. */
  private static void codeFlow(JsonWriter json, Diagnostic finding) throws IOException {
    List<Diagnostic.Note> steps = new ArrayList<>();
    for (NoteKind kind : List.of(NoteKind.ACQUIRED, NoteKind.RELEASED, NoteKind.USE)) {
      for (Diagnostic.Note note : finding.notes()) {
        if (note.kind() == kind && note.range() != null) {
          steps.add(note);
        }
      }
    }
    boolean flow = steps.stream().anyMatch(note -> note.kind() != NoteKind.USE);
    if (!flow) {
      return;
    }
    json.name("codeFlows").beginArray().beginObject().name("threadFlows").beginArray();
    json.beginObject().name("locations").beginArray();
    for (Diagnostic.Note step : steps) {
      step(json, step.range(), step.message());
    }
    step(json, finding.range(), finding.message());
    json.endArray().endObject().endArray().endObject().endArray();
  }

  private static void step(JsonWriter json, Diagnostic.Range range, String message)
      throws IOException {
    json.beginObject().name("location");
    location(json, range, message, -1, null);
    json.endObject();
  }

  private static void fixes(JsonWriter json, Diagnostic finding) throws IOException {
    List<Diagnostic.Fix> applicable =
        finding.fixes().stream().filter(fix -> !fix.edits().isEmpty()).toList();
    if (applicable.isEmpty()) {
      return;
    }
    json.name("fixes").beginArray();
    for (Diagnostic.Fix fix : applicable) {
      json.beginObject();
      text(json, "description", fix.description());
      json.name("artifactChanges").beginArray();
      Map<String, List<Diagnostic.Edit>> byPath = new TreeMap<>();
      fix.edits()
          .forEach(e -> byPath.computeIfAbsent(e.range().path(), p -> new ArrayList<>()).add(e));
      for (Map.Entry<String, List<Diagnostic.Edit>> file : byPath.entrySet()) {
        json.beginObject();
        artifact(json, file.getKey());
        json.name("replacements").beginArray();
        for (Diagnostic.Edit edit : file.getValue()) {
          json.beginObject();
          region(json, "deletedRegion", edit.range());
          text(json, "insertedContent", edit.replacement());
          json.endObject();
        }
        json.endArray().endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static void location(
      JsonWriter json, Diagnostic.Range range, String message, int id, String member)
      throws IOException {
    json.beginObject();
    if (id >= 0) {
      json.name("id").value(id);
    }
    json.name("physicalLocation").beginObject();
    artifact(json, range.path());
    region(json, "region", range);
    json.endObject();
    if (member != null && !member.isEmpty()) {
      json.name("logicalLocations").beginArray().beginObject();
      json.name("fullyQualifiedName").value(member);
      json.name("kind").value(kind(member));
      json.endObject().endArray();
    }
    if (!message.isEmpty()) {
      text(json, "message", message);
    }
    json.endObject();
  }

  private static String kind(String member) {
    if (member.contains("(")) {
      return "function";
    }
    return member.contains("#") ? "member" : "type";
  }

  private static void artifact(JsonWriter json, String path) throws IOException {
    json.name("artifactLocation").beginObject().name("uri").value(Uris.of(path));
    if (Uris.isRelative(path)) {
      json.name("uriBaseId").value("%SRCROOT%");
    }
    json.endObject();
  }

  private static void region(JsonWriter json, String name, Diagnostic.Range range)
      throws IOException {
    json.name(name).beginObject();
    json.name("startLine").value(range.line());
    json.name("startColumn").value(range.column());
    json.name("endLine").value(range.endLine());
    json.name("endColumn").value(range.endColumn());
    json.endObject();
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    /* What looks like a link would be one; elsewhere viewers show a backslash as it is. */
    boolean link = !name.equals("insertedContent") && text.contains("](");
    String shown = link ? text.replace("[", "\\[") : text;
    json.name(name).beginObject().name("text").value(shown).endObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case OFF -> "none";
    };
  }
}
