package dev.holdfast.evaluation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  private static final List<Mutant> MUTANTS =
      Stream.concat(
              IntStream.range(0, 40)
                  .mapToObj(i -> mutant(i, Operator.REMOVE_SYNCHRONIZED, ContractKind.DECLARED)),
              IntStream.range(40, 44)
                  .mapToObj(i -> mutant(i, Operator.REMOVE_RELEASE, ContractKind.LIBRARY)))
          .toList();

  @Test
  void sameSeedChoosesTheSame() {
    assertThat(chosen(7, 10)).isEqualTo(chosen(7, 10));
  }

  @Test
  void otherSeedChoosesOthers() {
    assertThat(chosen(7, 10)).isNotEqualTo(chosen(8, 10));
  }

  @Test
  void rareOperatorHasItsTurn() {
    assertThat(chosen(7, 10).stream().filter(line -> line >= 40)).hasSize(4);
  }

  @Test
  void allRunWhereThereAreFewerThanWanted() {
    assertThat(chosen(7, 100)).hasSize(MUTANTS.size());
  }

  @Test
  void mutantsThatDoNotCompileAreReplaced() {
    List<Verdict> verdicts =
        new Sampler(7, 10)
            .run(
                MUTANTS,
                mutant ->
                    new Verdict(
                        mutant,
                        mutant.line() % 2 == 0
                            ? Verdict.Status.NOT_COMPILED
                            : Verdict.Status.KILLED,
                        ""));
    assertThat(verdicts.stream().filter(v -> v.status() == Verdict.Status.KILLED)).hasSize(10);
  }

  @Test
  void writtenContractsComeFirst() {
    List<Mutant> mixed =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    mutant(
                        i,
                        Operator.REMOVE_RELEASE,
                        i < 5 ? ContractKind.ASSERTED : ContractKind.LIBRARY))
            .toList();
    List<Verdict> verdicts = new Sampler(7, 5).run(mixed, SamplerTest::killed);
    assertThat(verdicts.stream().map(v -> v.mutant().contract()).collect(Collectors.toSet()))
        .containsExactly(ContractKind.ASSERTED);
  }

  private static List<Integer> chosen(long seed, int count) {
    return new Sampler(seed, count)
        .run(MUTANTS, SamplerTest::killed).stream().map(v -> v.mutant().line()).toList();
  }

  private static Verdict killed(Mutant mutant) {
    return new Verdict(mutant, Verdict.Status.KILLED, "");
  }

  private static Mutant mutant(int line, Operator operator, ContractKind kind) {
    return new Mutant(
        Path.of("A.java"), line, operator, kind, "lock", List.of(Edit.remove(line, line + 1)));
  }
}
