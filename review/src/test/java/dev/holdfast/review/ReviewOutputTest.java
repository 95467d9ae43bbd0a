package dev.holdfast.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.diff.Verdict;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.SourceLines;
import dev.holdfast.review.format.Suppressed;
import dev.holdfast.review.format.ToolInfo;
import dev.holdfast.review.git.Revisions;
import dev.holdfast.review.git.TreeSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewOutputTest {
  private static final String SOURCE =
      """
      package com.acme;

      import dev.holdfast.annotations.*;

      public class Pager {
        Object lock, other;

      %s  void touch(Pager p) {
          p.touch(p);
        }

      %s  void old() {}
      }
      """;

  @TempDir private Path directory;

  @BeforeEach
  void twoRevisions() {
    try (TestRepository repository = new TestRepository(directory.resolve("r.git"))) {
      repository.file(
          "src/Pager.java",
          SOURCE.formatted("  @Requires(\"p.lock\")\n", "  @Excludes(\"lock\")\n"));
      repository.file("Broken.java", "class Broken {}").commit();
      repository.file(
          "src/Pager.java",
          SOURCE.formatted("  @Excludes(\"p.other\")\n", "  @Excludes(\"this.lock\")\n"));
      repository.file("Broken.java", "class Broken {{").commit();
    }
  }

  private static Diagnostic finding(String member, int line) {
    return new Diagnostic(
        "LockNotHeld",
        Severity.ERROR,
        new Diagnostic.Range("src/Pager.java", line, 5, line, 15, 0, 0),
        "'Pager.touch' needs 'p.lock'",
        List.of(),
        List.of(),
        member,
        "p.touch(p)");
  }

  private ReviewReport report(FindingsOf findings, Gate gate) throws IOException {
    try (Revisions revisions = Revisions.open(directory.resolve("r.git"), Map.of())) {
      return new Review(revisions, findings, gate, Progress.none()).compare("HEAD~1", "HEAD");
    }
  }

  private static FindingsOf.Found found(Diagnostic... findings) {
    return new FindingsOf.Found(List.of(findings), List.of());
  }

  private ReviewReport report() throws IOException {
    return report(
        (snapshot, changes) ->
            snapshot.revision().equals("HEAD")
                ? found(finding("com.acme.Pager#touch(Pager)", 9))
                : found(finding("com.acme.Pager#old()", 12), finding("other.Type#f()", 3)),
        Gate.standard());
  }

  private static String render(ReviewReport report, OutputFormat format) {
    SourceLines lines = (path, line) -> java.util.Optional.of("    p.touch(p);");
    return ReviewOutput.render(
        report, format, Rules.none(), lines, new ToolInfo("holdfast", "1", ""));
  }

  @Test
  void textSaysWhatHappenedAndWhatItMeans() throws IOException {
    String text = render(report(), OutputFormat.TEXT).replaceAll("\\([0-9a-f]{10}\\)", "(id)");

    assertThat(text)
        .isEqualTo(
            """
            review of HEAD~1 (id) .. HEAD (id), 2 changed files

            breaking: code that was right may be wrong now
            src/Pager.java:9: Pager#touch(Pager): exclusion added: excludes(p.other)
              callers must not hold the lock any more
              overriding methods may rely on its absence

            risky: safety is given up
            src/Pager.java:9: Pager#touch(Pager): requirement dropped: requires(p.lock)
              callers may now come without the lock, and nothing proves that the body can do without
              overriding methods that still need the lock no longer may

            fixed findings
              [LockNotHeld] Type#f(): 'Pager.touch' needs 'p.lock'

            not reviewed
              Broken.java at HEAD: does not parse at line 1, column 14: Parse error. Found "{"

            fails: 1 risky contract change
            """);
  }

  @Test
  void newFindingFailsWhateverTheGate() throws IOException {
    ReviewReport report =
        report(
            (snapshot, changes) ->
                snapshot.revision().equals("HEAD") ? found(finding("X#f()", 9)) : found(),
            new Gate(Set.of()));

    assertThat(report.fails()).isTrue();
    assertThat(render(report, OutputFormat.TEXT))
        .contains("src/Pager.java:9:5: error: [LockNotHeld] 'Pager.touch' needs 'p.lock'")
        .endsWith("fails: 1 new error\n");
  }

  @Test
  void sarifShowsWhatTheChangeBringsAndTheSourceSilences() throws IOException {
    Suppressed old = new Suppressed(finding("X#f()", 9), Suppressed.Kind.IN_SOURCE, "of old");
    Suppressed come = new Suppressed(finding("X#g()", 19), Suppressed.Kind.IN_SOURCE, "by hand");
    ReviewReport report =
        report(
            (snapshot, changes) ->
                new FindingsOf.Found(
                    List.of(),
                    snapshot.revision().equals("HEAD") ? List.of(old, come) : List.of(old)),
            new Gate(Set.of()));

    assertThat(report.fails()).isFalse();
    assertThat(render(report, OutputFormat.SARIF)).contains("by hand").doesNotContain("of old");
    assertThat(render(report, OutputFormat.TEXT)).doesNotContain("X#g()", "Pager.java:19");
  }

  @Test
  void contractsAreReviewedWhereFindingsCannotBeHad() throws IOException {
    ReviewReport report =
        report(
            (snapshot, changes) -> {
              if (snapshot.revision().equals("HEAD~1")) {
                throw new IOException("does not compile");
              }
              return found(finding("X#f()", 9));
            },
            Gate.parse("none"));

    assertThat(report.incomplete()).isTrue();
    assertThat(report.changes()).hasSize(2);
    assertThat(report.findings().introduced()).isEmpty();
    assertThat(render(report, OutputFormat.TEXT))
        .contains("findings were not compared: at HEAD~1 does not compile")
        .endsWith("incomplete: findings were not compared\n");
  }

  @Test
  void gateDecidesWhichVerdictsFail() throws IOException {
    assertThat(report(FindingsOf.none(), Gate.parse("none")).fails()).isFalse();
    assertThat(report(FindingsOf.none(), Gate.parse("compatible")).fails()).isFalse();
    assertThat(report(FindingsOf.none(), Gate.parse("breaking")).fails()).isTrue();
    assertThat(Gate.parse("risky, breaking").failing())
        .containsExactlyInAnyOrder(Verdict.RISKY, Verdict.BREAKING);
  }

  @Test
  void markdownFitsAComment() throws IOException {
    String markdown = render(report(), OutputFormat.MARKDOWN);

    assertThat(markdown)
        .contains("❌ **fails: 1 risky contract change**")
        .contains(
            "- `Pager#touch(Pager)` **requirement dropped** `requires(p.lock)`"
                + " (`src/Pager.java:9`)")
        .contains("<details><summary>Fixed findings (1)</summary>");
  }

  @Test
  void jsonHoldsCanonicalContracts() throws IOException {
    JsonNode json = new ObjectMapper().readTree(render(report(), OutputFormat.JSON));

    assertThat(json.at("/fails").asBoolean()).isTrue();
    assertThat(json.at("/contracts/1/kind").asText()).isEqualTo("requirement-dropped");
    assertThat(json.at("/contracts/1/before/0").asText()).isEqualTo("requires(#1.lock)");
    assertThat(json.at("/notes/0/path").asText()).isEqualTo("Broken.java");
    assertThat(json.at("/fixed")).hasSize(1);
  }

  @Test
  void otherFormatsShowContractChangesAsFindings() throws IOException {
    JsonNode results =
        new ObjectMapper().readTree(render(report(), OutputFormat.SARIF)).at("/runs/0/results");
    List<String> shown = new ArrayList<>();
    results.forEach(r -> shown.add(r.at("/level").asText() + " " + r.at("/ruleId").asText()));

    assertThat(shown)
        .containsExactlyInAnyOrder(
            "warning ContractExclusionAdded", "error ContractRequirementDropped");
    assertThat(render(report(), OutputFormat.GITHUB))
        .contains("::error file=src/Pager.java,line=9")
        .contains("title=holdfast%3A ContractRequirementDropped");
  }

  @Test
  void progressIsOneLineThatIsWipedAtTheEnd() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Revisions revisions = Revisions.open(directory.resolve("r.git"), Map.of())) {
      new Review(revisions, FindingsOf.none(), Gate.standard(), Progress.line(terminal))
          .compare("HEAD~1", "HEAD");
    }

    String written = bytes.toString(StandardCharsets.UTF_8);
    assertThat(written).contains("contracts 100% (4)").doesNotContain("\n").endsWith("\r");
  }

  @Test
  void findingsSeeTheSnapshotThatTheyAreAskedFor() throws IOException {
    List<String> seen = new ArrayList<>();
    report(
        (snapshot, changes) -> {
          seen.add(first(snapshot));
          return found();
        },
        Gate.standard());

    assertThat(seen).containsExactlyInAnyOrder("class Broken {}", "class Broken {{");
  }

  private static String first(TreeSnapshot snapshot) throws IOException {
    return snapshot.read(snapshot.paths().get(0));
  }
}
