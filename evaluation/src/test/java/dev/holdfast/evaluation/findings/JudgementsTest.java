package dev.holdfast.evaluation.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.evaluation.EvaluationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgementsTest {
  private static final String PLACE = "LockLeak\ta/B.java\tB#m(int)\tx = 3\t1\t";

  @Test
  void lineOfTheFileJudgesTheFinding() {
    Judgement judgement = parse("# a comment", "", "true\t" + PLACE + "why").on(finding(41));
    assertThat(judgement).isEqualTo(new Judgement(true, "why"));
  }

  @Test
  void judgementHoldsWhereverTheFindingMoved() {
    assertThat(parse("false\t" + PLACE + "why").on(finding(99)).genuine()).isFalse();
  }

  @Test
  void findingWithoutLineIsNotJudged() {
    assertThat(parse("false\t" + PLACE.replace("x = 3", "x = 4") + "why").on(finding(41))).isNull();
  }

  @Test
  void blankLineCanBeFilledIn() {
    String line = Judgements.blankLine(finding(41)).replaceFirst("^\\?", "true") + "why";
    assertThat(parse(line).on(finding(41)).genuine()).isTrue();
  }

  @Test
  void unfilledLineIsRefused() {
    assertThatThrownBy(() -> parse(Judgements.blankLine(finding(41)) + "why"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("demo.tsv:1: neither true nor false");
  }

  @Test
  void reasonIsRequired() {
    assertThatThrownBy(() -> parse("true\t" + PLACE)).hasMessageContaining("no reason");
  }

  @Test
  void sharedReasonIsLookedUp() {
    assertThat(parse("reason\thelper\tis a helper", "true\t" + PLACE + "=helper").on(finding(41)))
        .isEqualTo(new Judgement(true, "is a helper"));
  }

  @Test
  void unknownSharedReasonIsRefused() {
    assertThatThrownBy(() -> parse("true\t" + PLACE + "=helper")).hasMessageContaining("no reason");
  }

  @Test
  void secondJudgementOnOneFindingIsRefused() {
    assertThatThrownBy(() -> parse("true\t" + PLACE + "why", "false\t" + PLACE + "why"))
        .hasMessageContaining("demo.tsv:2: judged twice");
  }

  @Test
  void judgementWithoutFindingIsStale() {
    Judgements judgements = parse("true\t" + PLACE + "why");
    assertThat(judgements.stale(List.of())).containsExactly(finding(41).key());
    assertThat(judgements.stale(List.of(finding(41)))).isEmpty();
  }

  @Test
  void missingFileJudgesNothing() {
    assertThat(Judgements.read(Path.of("no-such-file.tsv")).on(finding(41))).isNull();
  }

  private static Judgements parse(String... lines) {
    return Judgements.parse("demo.tsv", List.of(lines));
  }

  private static Finding finding(long line) {
    return new Finding(
        "LockLeak",
        "error",
        "a/B.java",
        line,
        5,
        "message",
        new FindingKey("LockLeak", "a/B.java", "B#m(int)", "x  =\n3", 1));
  }
}
