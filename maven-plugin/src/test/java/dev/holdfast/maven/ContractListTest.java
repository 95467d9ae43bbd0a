package dev.holdfast.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractListTest {
  private static final String GUARDED =
      "import dev.holdfast.annotations.GuardedBy;"
          + "class Till { @GuardedBy(\"this\") private int sum; }";

  @TempDir private Path root;
  @TempDir private Path other;

  @Test
  void whatWasWrittenDoesNotDiffer() throws Exception {
    Path file = other.resolve("made/lock-contracts.txt");
    list(GUARDED).write(file);
    assertThat(Files.readString(file)).contains("Till");
    assertThat(list(GUARDED).compareWith(file).isEmpty()).isTrue();
  }

  @Test
  void aDroppedContractIsGone() throws Exception {
    Path file = other.resolve("lock-contracts.txt");
    list(GUARDED).write(file);
    ContractList.Difference difference = list("class Till { private int sum; }").compareWith(file);
    assertThat(difference.gone()).singleElement().asString().contains("sum");
    assertThat(difference.come()).isEmpty();
  }

  @Test
  void anAddedContractHasCome() throws Exception {
    Path file = other.resolve("lock-contracts.txt");
    Files.writeString(file, "");
    assertThat(list(GUARDED).compareWith(file).come()).singleElement().asString().contains("sum");
  }

  @Test
  void aFileThatIsNoJavaIsAProblem() throws Exception {
    assertThat(list("class {").problems()).singleElement().asString().contains("Till.java");
  }

  private ContractList list(String source) throws Exception {
    Files.writeString(root.resolve("Till.java"), source);
    return ContractList.read(root, List.of(root));
  }
}
