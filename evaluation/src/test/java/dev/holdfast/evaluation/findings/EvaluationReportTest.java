package dev.holdfast.evaluation.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.Corpus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationReportTest {
  private static final String PLACE = "LockLeak\ta/B.java\tB#m(int)\tx | y;\t1\t";

  @Test
  void trueFalseAndForcedFindingsAreCounted() {
    assertThat(report("true\t" + PLACE + "why"))
        .contains("| demo | 7 | 50 | 0 | 0 | 1 | 1 | 0 | 0 |");
    assertThat(report("false\t" + PLACE + "why"))
        .contains("| demo | 7 | 50 | 0 | 0 | 1 | 0 | 1 | 0 |");
    assertThat(report("false\t" + PLACE + "forced: why"))
        .contains("| demo | 7 | 50 | 0 | 0 | 1 | 0 | 1 | 1 |");
  }

  @Test
  void findingIsShownWithItsReason() {
    assertThat(report("true\t" + PLACE + "why"))
        .contains("| `B.java:41` | LockLeak | `x \\| y;` | true | why |");
  }

  @Test
  void findingWithoutJudgementIsShownAsSuch() {
    assertThat(report()).contains("| not judged |");
  }

  @Test
  void suppressionsAreCountedWithThoseNoLongerNeeded() {
    assertThat(report())
        .contains("| 2 | 1 |")
        .contains("- `B.java:3` `B#m(int)`: no longer needed")
        .contains("- `B.java:9` `B#n()`: hides [Rule] message");
  }

  private static String report(String... judgements) {
    FindingKey key = new FindingKey("LockLeak", "a/B.java", "B#m(int)", "x | y;", 1);
    Finding finding = new Finding("LockLeak", "error", "a/B.java", 41, 5, "message", key);
    CorpusFindings findings = new CorpusFindings(List.of(finding), 7, 50, List.of(), List.of(), "");
    return EvaluationReport.of(
        List.of(
            new FindingsCommand.Evaluated(
                new Corpus("demo", Path.of("/src"), List.of()),
                findings,
                Judgements.parse("demo.tsv", List.of(judgements)),
                List.of(
                    new SuppressionCheck("a/B.java", 3, "B#m(int)", ""),
                    new SuppressionCheck("a/B.java", 9, "B#n()", "[Rule] message\n more")))));
  }
}
