package dev.holdfast.evaluation.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link LexicalPlugin}, which misses what it should miss. */
final class MutantRunnerTest {
  private static final String HEAD =
      """
      import java.util.concurrent.locks.*;
      @interface GuardedBy { String value(); }
      class Sample {
        @GuardedBy("this") int guarded;
        @GuardedBy("lock") int number;
        @GuardedBy("this") int poison;
        final Lock lock = new ReentrantLock();
      """;

  @TempDir private Path directory;

  @Test
  void newFindingKills() throws IOException {
    assertThat(statuses("void m() { synchronized (this) { guarded = 3; } }"))
        .containsExactly(Verdict.Status.KILLED, Verdict.Status.KILLED);
  }

  @Test
  void plantedBlindnessIsListedAsSurvivors() throws IOException {
    assertThat(statuses("void m() { lock.lock(); number = 3; lock.unlock(); }"))
        .containsExactly(Verdict.Status.SURVIVED, Verdict.Status.SURVIVED, Verdict.Status.SURVIVED);
  }

  @Test
  void findingThatTheOriginalHasDoesNotKill() throws IOException {
    assertThat(
            statuses(
                "void n() { guarded = 5; }\n"
                    + "void m() { lock.lock(); number = 3; lock.unlock(); guarded = 7; }"))
        .containsOnly(Verdict.Status.SURVIVED);
  }

  @Test
  void secondFindingAtTheSameTextKills() throws IOException {
    assertThat(
            statuses(
                "void n() { guarded = 5; }\nvoid m() { synchronized (this) { guarded = 5; } }"))
        .containsOnly(Verdict.Status.KILLED);
  }

  @Test
  void mutantThatIsNoJavaDoesNotCount() throws IOException {
    assertThat(statuses("int m() { synchronized (this) { int x = 1; guarded = x; return x; } }"))
        .containsExactly(Verdict.Status.KILLED, Verdict.Status.NOT_COMPILED);
  }

  @Test
  void failureOfTheCheckerIsNoKill() throws IOException {
    assertThat(statuses("synchronized void m() { poison = 3; }"))
        .containsExactly(Verdict.Status.CRASHED);
  }

  @Test
  void originalThatDoesNotCompileIsRefused() throws IOException {
    assertThatThrownBy(() -> statuses("synchronized void m() { guarded = nowhere; }"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("does not compile");
  }

  private List<Verdict.Status> statuses(String member) throws IOException {
    Path file = Files.writeString(directory.resolve("Sample.java"), HEAD + member + "\n}\n");
    MutantRunner runner =
        new MutantRunner(
            new Compiler(LexicalPlugin.tool(directory)),
            List.of(directory),
            directory.resolve("scratch"));
    return MutantFactory.mutantsOf(file, List.of(directory)).stream()
        .map(mutant -> runner.run(mutant).status())
        .toList();
  }
}
