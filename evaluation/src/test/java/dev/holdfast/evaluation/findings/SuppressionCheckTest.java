package dev.holdfast.evaluation.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.mutants.LexicalPlugin;
import dev.holdfast.evaluation.mutants.MutantRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link LexicalPlugin}, which honours suppressions of methods. */
final class SuppressionCheckTest {
  @TempDir private Path directory;

  @Test
  void suppressionThatHidesAFindingIsNeeded() throws IOException {
    assertThat(check("guarded = 3;").needed()).isTrue();
  }

  @Test
  void suppressionThatHidesNothingIsNotNeeded() throws IOException {
    assertThat(check("synchronized (this) { guarded = 3; }").needed()).isFalse();
  }

  private SuppressionCheck check(String body) throws IOException {
    String text =
        """
        class A {
          int guarded;
          void other() { guarded = 5; }
          @SuppressWarnings("GuardedBy") void m() { %s }
        }
        """;
    Path file = Files.writeString(directory.resolve("A.java"), text.formatted(body));
    Corpus corpus = new Corpus("demo", directory, List.of());
    MutantRunner runner =
        new MutantRunner(
            new Compiler(LexicalPlugin.tool(directory)),
            List.of(directory),
            directory.resolve("scratch"));
    return SuppressionCheck.of(corpus, Map.of(file, Members.of(file)), runner).get(0);
  }
}
