package dev.holdfast.review.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChangeFindingsTest {
  private static final Diagnostic OLD = Findings.at("A.java", 3, "LockLeak", "p.A#f(int)", "x.f()");

  private static ChangeFindings between(List<Diagnostic> base, List<Diagnostic> head) {
    return ChangeFindings.between(base, head, name -> name);
  }

  @Test
  void sameFindingInAnotherLineIsNotNew() {
    Diagnostic moved = Findings.at("A.java", 40, "LockLeak", "p.A#f(int)", "x.f()");

    ChangeFindings change = between(List.of(OLD), List.of(moved));

    assertThat(change.introduced()).isEmpty();
    assertThat(change.kept()).containsExactly(moved);
    assertThat(change.fixed()).isEmpty();
  }

  @Test
  void findingInARenamedMemberIsNotNew() {
    Diagnostic renamed = Findings.at("B.java", 3, "LockLeak", "q.B#g(long)", "x.f()");
    Map<String, String> renames = Map.of("p.A#f(int)", "q.B#g(long)");

    ChangeFindings change =
        ChangeFindings.between(
            List.of(OLD), List.of(renamed), name -> renames.getOrDefault(name, name));

    assertThat(change.introduced()).isEmpty();
  }

  @Test
  void findingThatMovedToAnotherTypeIsNotNew() {
    Diagnostic moved = Findings.at("B.java", 3, "LockLeak", "p.B#f(int)", "x.f()");

    assertThat(between(List.of(OLD), List.of(moved)).introduced()).isEmpty();
  }

  @Test
  void findingThatMovedToAHelperOfTheTypeIsNotNew() {
    Diagnostic moved = Findings.at("A.java", 9, "LockLeak", "p.A#helper()", "x.f()");

    assertThat(between(List.of(OLD), List.of(moved)).introduced()).isEmpty();
  }

  @Test
  void copyBesideTheOriginalIsNew() {
    Diagnostic copy = Findings.at("B.java", 3, "LockLeak", "p.B#f(int)", "x.f()");

    assertThat(between(List.of(OLD), List.of(OLD, copy)).introduced()).containsExactly(copy);
  }

  @Test
  void secondOccurrenceIsNew() {
    Diagnostic again = Findings.at("A.java", 4, "LockLeak", "p.A#f(int)", "x.f()");

    assertThat(between(List.of(OLD), List.of(OLD, again)).introduced()).containsExactly(again);
  }

  @Test
  void otherRuleInTheSamePlaceIsNew() {
    Diagnostic other = Findings.at("A.java", 3, "LockOrder", "p.A#f(int)", "x.f()");

    ChangeFindings change = between(List.of(OLD), List.of(other));

    assertThat(change.introduced()).containsExactly(other);
    assertThat(change.fixed()).containsExactly(OLD);
  }
}
