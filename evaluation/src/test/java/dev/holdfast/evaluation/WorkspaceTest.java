package dev.holdfast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
  @TempDir private Path root;

  @Test
  void listsStandForTheirCorpora() throws IOException {
    List<String> known = List.of("grpc-core", "caffeine", "guava", "h2");
    List<String> further = List.of("kafka-clients", "druid-processing", "lucene-core", "spanner");
    fetched(known);
    fetched(further);
    assertThat(names("known")).isEqualTo(known);
    assertThat(names("further")).isEqualTo(further);
    assertThat(names("all")).startsWith("grpc-core").endsWith("spanner").hasSize(8);
  }

  @Test
  void nameStandsForOneCorpus() throws IOException {
    fetched(List.of("h2", "spanner"));
    assertThat(names("h2")).containsExactly("h2");
    assertThat(names("spanner")).containsExactly("spanner");
  }

  @Test
  void unknownNameIsAnsweredWithTheNamesThatThereAre() {
    assertThatThrownBy(() -> names("h3"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("no corpus 'h3'; there are grpc-core, ")
        .hasMessageContaining("spanner, known, further, all, test-data, samples");
  }

  private List<String> names(String argument) {
    return new Workspace(root).corpora(argument).stream().map(Corpus::name).toList();
  }

  private void fetched(List<String> names) throws IOException {
    for (String name : names) {
      Path input = Files.createDirectories(root.resolve("target/inputs").resolve(name));
      Files.writeString(input.resolve("class-path"), "a.jar\n");
    }
  }
}
