package dev.holdfast.review.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class BaselineTest {
  private static final Diagnostic FIRST = Findings.at("A.java", 3, "LockLeak", "A#f()", "x . f( )");
  private static final Diagnostic SECOND = Findings.at("A.java", 9, "LockLeak", "A#f()", "x.f()");
  private static final Diagnostic OTHER =
      Findings.at("B.java", 1, "LockOrder", "B#g(int)", "y\t+ z");

  @Test
  void knownFindingsAreAccepted() {
    Baseline.Result result = Baseline.create(List.of(FIRST, OTHER)).apply(List.of(OTHER, FIRST));

    assertThat(result.reported()).isEmpty();
    assertThat(result.accepted()).containsExactly(FIRST, OTHER);
    assertThat(result.fixed()).isEmpty();
  }

  @Test
  void reformattedAndMovedFindingIsTheSame() {
    Diagnostic moved = Findings.at("core/src/A.java", 77, "LockLeak", "A#f()", "x\n    .f()");

    assertThat(Baseline.create(List.of(FIRST)).apply(List.of(moved)).reported()).isEmpty();
  }

  @Test
  void oneMoreOfTheSameIsReported() {
    Baseline.Result result = Baseline.create(List.of(FIRST)).apply(List.of(FIRST, SECOND));

    assertThat(result.reported()).containsExactly(SECOND);
  }

  @Test
  void anotherRuleMemberOrExpressionIsReported() {
    Baseline baseline = Baseline.create(List.of(FIRST));
    List<Diagnostic> others =
        List.of(
            Findings.at("A.java", 3, "LockOrder", "A#f()", "x.f()"),
            Findings.at("A.java", 3, "LockLeak", "A#g()", "x.f()"),
            Findings.at("A.java", 3, "LockLeak", "A#f()", "y.f()"));

    assertThat(baseline.apply(others).reported()).hasSize(3);
  }

  @Test
  void fixedEntriesAreNamedAndPruned() {
    Baseline baseline = Baseline.create(List.of(FIRST, OTHER));

    assertThat(baseline.apply(List.of(OTHER)).fixed())
        .extracting(FindingKey::member)
        .containsExactly("A#f()");
    assertThat(baseline.pruned(List.of(OTHER)).entries())
        .extracting(FindingKey::member)
        .containsExactly("B#g(int)");
  }

  @Test
  void printedAndParsedIsTheSame() {
    Baseline baseline = Baseline.create(List.of(FIRST, SECOND, OTHER));

    assertThat(Baseline.parse(baseline.print())).isEqualTo(baseline);
    assertThat(Baseline.parse(baseline.print()).print()).isEqualTo(baseline.print());
  }

  /** Properties of any baseline and any later findings, from many random ones. */
  @RepeatedTest(200)
  void shrinksOnlyAndLosesNothing(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Diagnostic> before = some(random);
    List<Diagnostic> after = some(random);
    Baseline baseline = Baseline.create(before);

    Baseline.Result result = baseline.apply(after);
    Baseline pruned = baseline.pruned(after);

    assertThat(baseline.entries()).containsAll(pruned.entries());
    assertThat(result.reported().size() + result.accepted().size()).isEqualTo(after.size());
    assertThat(pruned.entries()).hasSize(result.accepted().size());
    assertThat(pruned.entries().size() + result.fixed().size()).isEqualTo(before.size());
    assertThat(pruned.apply(after).reported()).isEqualTo(result.reported());
    assertThat(pruned.apply(after).fixed()).isEmpty();
    assertThat(Baseline.parse(baseline.print())).isEqualTo(baseline);
    assertThat(baseline.apply(before).reported()).isEmpty();
    Collections.shuffle(after, random);
    assertThat(baseline.apply(after)).isEqualTo(result);
  }

  private static List<Diagnostic> some(Random random) {
    List<Diagnostic> findings = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      findings.add(
          Findings.at(
              "F" + random.nextInt(2) + ".java",
              random.nextInt(1000),
              "Rule" + random.nextInt(2),
              "T#m" + random.nextInt(3) + "()",
              "e" + random.nextInt(2)));
    }
    return findings;
  }

  @Test
  void whatIsNoBaselineIsNamedByLine() {
    String header = "# holdfast baseline 1\n";

    assertThatThrownBy(() -> Baseline.parse("{}"))
        .hasMessageStartingWith("line 1: a baseline begins with");
    assertThatThrownBy(() -> Baseline.parse(header + "A#f()\tLockLeak"))
        .hasMessageStartingWith("line 2: expected member, rule");
    assertThatThrownBy(() -> Baseline.parse(header + "<<<<<<< HEAD"))
        .hasMessageStartingWith("line 2: unresolved merge conflict");
    assertThatThrownBy(() -> Baseline.parse(header + "A\tR\t1\tx\nA\tR\t1\tx"))
        .hasMessage("line 3: listed twice");
  }
}
