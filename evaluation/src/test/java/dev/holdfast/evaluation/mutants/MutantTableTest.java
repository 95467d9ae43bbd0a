package dev.holdfast.evaluation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.Corpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MutantTableTest {
  private static final Mutant MUTANT =
      new Mutant(
          Path.of("/src/a/B.java"),
          41,
          Operator.REMOVE_RELEASE,
          ContractKind.DECLARED,
          "this@B.lock",
          List.of(Edit.remove(3, 4)));

  @Test
  void survivorIsListedWithItsPlace() {
    assertThat(page(Verdict.Status.SURVIVED))
        .contains("- demo: `a/B.java:41`: remove an unlock (`this@B.lock`)\n")
        .contains("| demo | remove an unlock | 1 | 1 | 1 | 0 | 0 | 0.0 |");
  }

  @Test
  void failureIsListedAndIsNoKill() {
    assertThat(page(Verdict.Status.CRASHED))
        .contains("the checker failed")
        .contains("| demo | **all** | 1 | 1 | 1 | 0 | 0 | 0.0 |");
  }

  @Test
  void killedMutantIsNotListed() {
    assertThat(page(Verdict.Status.KILLED)).contains("- demo: none").contains("| 1 | 100.0 |");
  }

  @Test
  void mutantThatIsNoJavaIsNeitherKilledNorListed() {
    assertThat(page(Verdict.Status.NOT_COMPILED))
        .contains("- demo: none")
        .contains("| demo | **all** | 1 | 1 | 0 | 0 | 0 | - |");
  }

  private static String page(Verdict.Status status) {
    Corpus corpus = new Corpus("demo", Path.of("/src"), List.of());
    MutantsCommand.Outcome outcome =
        new MutantsCommand.Outcome(
            List.of(MUTANT), List.of(new Verdict(MUTANT, status, "evidence")));
    return MutantTable.page("evaluation/run mutants demo", "Demo", Map.of(corpus, outcome));
  }
}
