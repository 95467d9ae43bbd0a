package dev.holdfast.review.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import dev.holdfast.review.format.Suppressed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.CheckStyleParser;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import se.bjurr.violations.lib.parsers.SarifParser;
import se.bjurr.violations.lib.parsers.ViolationsParser;

final class FormatsTest {
  private static FormatInput both() {
    return Sample.input(Sample.odd(), Sample.notHeld());
  }

  @Test
  void textIsAsSpecified() {
    assertThat(OutputFormat.TEXT.render(Sample.input(Sample.notHeld())))
        .isEqualTo(
            """
            src/Pager.java:41:9: error: [LockNotHeld] 'Region.setFlags' needs the region lock of 'r' for writing; it is held for reading
                    r.setFlags(f);
                    ^
              src/Region.java:88: the contract is declared here: @RequiresRegionWrite
              src/Pager.java:38: the write lock of 'r' ended here
              src/Pager.java:36: the region lock of 'r' was taken for reading here
              nothing else is held
              fix: declare @RequiresRegionWrite on 'touch(Region)'
              fix: take the write lock
            """);
  }

  @Test
  void caretKeepsTabsAndCountsASurrogatePairOnce() {
    String text = OutputFormat.TEXT.render(Sample.input(Sample.odd()));

    assertThat(text.lines().toList())
        .contains("\tvar größe = \"😀\"; x.use();", "\t" + " ".repeat(17) + "^");
  }

  @Test
  void jsonLinesAreObjectsOfTheSchema() {
    List<String> lines = OutputFormat.JSON.render(both()).lines().toList();

    assertThat(lines).hasSize(2);
    lines.forEach(l -> Schemas.assertValid("finding.schema.json", VersionFlag.V202012, l));
    assertThat(Schemas.tree(lines.get(0)).get("rule").asText()).isEqualTo("LockNotHeld");
  }

  @Test
  void orderOfInputDoesNotMatter() {
    Diagnostic[] findings = {Sample.odd(), Sample.notHeld(), Sample.numbered(3, Severity.ERROR)};
    Diagnostic[] reversed = {findings[2], findings[1], findings[0]};
    for (OutputFormat format : OutputFormat.values()) {
      assertThat(format.render(Sample.input(findings)))
          .isEqualTo(format.render(Sample.input(reversed)));
    }
  }

  @Test
  void sarifIsValid() {
    FormatInput input =
        new FormatInput(
            List.of(Sample.odd(), Sample.notHeld()),
            List.of(
                new Suppressed(
                    Sample.numbered(1, Severity.ERROR), Kind.EXTERNAL, "in the baseline"),
                new Suppressed(
                    Sample.numbered(2, Severity.ERROR), Kind.IN_SOURCE, "start-up only")),
            Sample.rules(),
            SourceLines.none(),
            Sample.TOOL);

    String sarif = OutputFormat.SARIF.render(input);

    Schemas.assertValid("sarif-2.1.0.schema.json", VersionFlag.V4, sarif);
    JsonNode results = Schemas.tree(sarif).at("/runs/0/results");
    assertThat(results).hasSize(4);
    assertThat(results.at("/2/suppressions/0/justification").asText()).isEqualTo("in the baseline");
    assertThat(results.at("/3/suppressions/0/kind").asText()).isEqualTo("inSource");
  }

  @Test
  void schemaRefusesWhatIsNoSarif() {
    String sarif =
        OutputFormat.SARIF.render(both()).replace("\"startLine\": 41", "\"startLine\": 0");

    assertThat(Schemas.violations("sarif-2.1.0.schema.json", VersionFlag.V4, sarif)).isNotEmpty();
  }

  @Test
  void sarifSatisfiesWhatGithubAsksFor() {
    JsonNode run = Schemas.tree(OutputFormat.SARIF.render(both())).at("/runs/0");

    assertThat(run.at("/columnKind").asText()).isEqualTo("utf16CodeUnits");
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotBlank();
      assertThat(rule.at("/fullDescription/text").asText()).isNotBlank();
      assertThat(rule.at("/help/text").asText()).isNotBlank();
      assertThat(rule.at("/properties/tags").size()).isBetween(1, 10);
    }
    for (JsonNode result : run.at("/results")) {
      int index = result.at("/ruleIndex").asInt();
      assertThat(run.at("/tool/driver/rules/" + index + "/id").asText())
          .isEqualTo(result.at("/ruleId").asText());
      assertThat(result.at("/message/text").asText()).isNotBlank();
      assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
          .matches("[0-9a-f]{32}:1");
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isPositive();
      assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
          .matches("[\\x21-\\x7e]+");
    }
  }

  @Test
  void sarifTellsMethodsFieldsAndTypesApart() {
    JsonNode results =
        Schemas.tree(
                OutputFormat.SARIF.render(
                    Sample.input(Sample.notHeld(), Sample.in("com.acme.Pager#size"), Sample.odd())))
            .at("/runs/0/results");

    List<String> kinds = new ArrayList<>();
    results.forEach(r -> kinds.add(r.at("/locations/0/logicalLocations/0/kind").asText()));
    assertThat(kinds).containsExactlyInAnyOrder("function", "member", "type");
  }

  @Test
  void sarifFlowLeadsFromAcquisitionOverReleaseToUse() {
    JsonNode steps =
        Schemas.tree(OutputFormat.SARIF.render(Sample.input(Sample.notHeld())))
            .at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");

    List<Integer> lines = new ArrayList<>();
    steps.forEach(s -> lines.add(s.at("/location/physicalLocation/region/startLine").asInt()));
    assertThat(lines).containsExactly(36, 38, 41);
  }

  @Test
  void sarifIsUnderstoodByAConsumer() throws Exception {
    Set<Violation> read = parsed(new SarifParser(), OutputFormat.SARIF.render(both()));

    assertThat(read).extracting(Violation::getRule).contains("LockNotHeld", "UnstableLock");
    assertThat(read).extracting(Violation::getStartLine).contains(41, 7);
  }

  @Test
  void rdjsonIsValidAndCountsBytes() {
    String rdjson = OutputFormat.RDJSON.render(both());

    Schemas.assertValid("rdjson.schema.json", VersionFlag.V202012, rdjson);
    JsonNode odd = Schemas.tree(rdjson).at("/diagnostics/1/location/range");
    /* Two letters of two bytes and one of four that is two units wide: four bytes more. */
    assertThat(odd.at("/start/column").asInt()).isEqualTo(24);
    assertThat(odd.at("/end/column").asInt()).isEqualTo(31);
  }

  @Test
  void rdjsonHasNoColumnsWhereTheLineIsUnknown() {
    FormatInput input =
        new FormatInput(
            List.of(Sample.odd()), List.of(), Rules.none(), SourceLines.none(), Sample.TOOL);

    String rdjson = OutputFormat.RDJSON.render(input);

    Schemas.assertValid("rdjson.schema.json", VersionFlag.V202012, rdjson);
    assertThat(rdjson).doesNotContain("\"column\"");
  }

  @Test
  void githubCommandsSurviveTheRunnersDecoding() {
    List<String> lines = OutputFormat.GITHUB.render(both()).lines().toList();

    assertThat(lines).hasSize(2);
    WorkflowCommand odd = WorkflowCommand.parse(lines.get(1));
    assertThat(odd.command()).isEqualTo("warning");
    assertThat(odd.properties())
        .containsEntry("file", Sample.ODD)
        .containsEntry("line", "7")
        .containsEntry("col", "20")
        .containsEntry("title", "holdfast: UnstableLock");
    assertThat(odd.data()).isEqualTo(Sample.odd().message());
  }

  @Test
  void githubShowsTenOfEachAndCountsTheRest() {
    Diagnostic[] findings =
        Stream.concat(
                IntStream.rangeClosed(1, 12).mapToObj(i -> Sample.numbered(i, Severity.ERROR)),
                IntStream.rangeClosed(21, 31).mapToObj(i -> Sample.numbered(i, Severity.WARNING)))
            .toArray(Diagnostic[]::new);

    List<WorkflowCommand> commands =
        OutputFormat.GITHUB
            .render(Sample.input(findings))
            .lines()
            .map(WorkflowCommand::parse)
            .toList();

    assertThat(commands).filteredOn(c -> c.command().equals("error")).hasSize(10);
    assertThat(commands).filteredOn(c -> c.command().equals("warning")).hasSize(10);
    assertThat(commands.get(20).command()).isEqualTo("notice");
    assertThat(commands.get(20).data())
        .isEqualTo("2 more errors and 1 more warning not shown: a step shows 10 of each");
  }

  @Test
  void gitlabReportIsValid() throws Exception {
    String gitlab = OutputFormat.GITLAB.render(both());

    Schemas.assertValid("gitlab.schema.json", VersionFlag.V202012, gitlab);
    assertThat(parsed(new CodeClimateParser(), gitlab)).hasSize(2);
  }

  @Test
  void fingerprintsAreUnique() {
    JsonNode issues =
        Schemas.tree(
            OutputFormat.GITLAB.render(
                Sample.input(
                    Sample.numbered(1, Severity.ERROR), Sample.numbered(2, Severity.ERROR))));

    assertThat(issues.at("/0/fingerprint")).isNotEqualTo(issues.at("/1/fingerprint"));
  }

  @Test
  void checkstyleIsUnderstoodByAConsumer() throws Exception {
    Set<Violation> read = parsed(new CheckStyleParser(), OutputFormat.CHECKSTYLE.render(both()));

    assertThat(read).extracting(Violation::getFile).contains(Sample.PAGER, Sample.ODD);
    assertThat(read).extracting(Violation::getRule).contains("dev.holdfast.LockNotHeld");
    assertThat(read)
        .filteredOn(v -> v.getStartLine() == 7)
        .extracting(Violation::getMessage)
        .containsExactly(Sample.odd().message().replace("\n", "; "));
  }

  @Test
  void markdownMentionsNobody() {
    String markdown = OutputFormat.MARKDOWN.render(both());

    assertThat(markdown)
        .startsWith("**holdfast** found 1 error and 1 warning.")
        .contains("`Region.setFlags` needs the region lock of `r`")
        .contains("`@RequiresRegionWrite`")
        .contains("\\<b\\>")
        .doesNotContainPattern("(?<!`)@R");
  }

  @Test
  void nothingFoundIsValidEverywhere() throws Exception {
    FormatInput nothing = Sample.input();

    assertThat(OutputFormat.TEXT.render(nothing)).isEmpty();
    assertThat(OutputFormat.JSON.render(nothing)).isEmpty();
    assertThat(OutputFormat.GITHUB.render(nothing)).isEmpty();
    Schemas.assertValid(
        "sarif-2.1.0.schema.json", VersionFlag.V4, OutputFormat.SARIF.render(nothing));
    Schemas.assertValid(
        "rdjson.schema.json", VersionFlag.V202012, OutputFormat.RDJSON.render(nothing));
    Schemas.assertValid(
        "gitlab.schema.json", VersionFlag.V202012, OutputFormat.GITLAB.render(nothing));
    assertThat(parsed(new CheckStyleParser(), OutputFormat.CHECKSTYLE.render(nothing))).isEmpty();
  }

  @Test
  void unknownFormatNamesTheKnownOnes() {
    assertThatThrownBy(() -> OutputFormat.ofWord("xml"))
        .hasMessage(
            "unknown format 'xml' (known: text, json, markdown, sarif, rdjson, github, gitlab,"
                + " checkstyle)");
  }

  private static Set<Violation> parsed(ViolationsParser parser, String report) throws Exception {
    Logger log = Logger.getLogger(FormatsTest.class.getName());
    ViolationsLogger logger =
        new ViolationsLogger() {
          @Override
          public void log(java.util.logging.Level level, String text) {
            log.log(level, text);
          }

          @Override
          public void log(java.util.logging.Level level, String text, Throwable cause) {
            log.log(level, text, cause);
          }
        };
    return parser.parseReportOutput(report, logger);
  }
}
