package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractsCommandTest {
  private static final String CACHE =
      """
      package p;

      import dev.holdfast.annotations.GuardedBy;
      import dev.holdfast.annotations.Requires;
      import java.util.concurrent.locks.ReentrantLock;

      class Cache {
        final ReentrantLock lock = new ReentrantLock();

        @GuardedBy("lock")
        int size;

        int plain() {
          return 0;
        }

        @Requires("this.lock")
        void clear(Object reason) {}
      }
      """;

  @TempDir private Path folder;

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void everyMemberWithAContractIsALineInOrder() throws IOException {
    source("p/Cache.java", CACHE);

    assertThat(Run.of("contracts", folder.toString()))
        .isEqualTo(
            new Run(
                0, "p.Cache#clear(Object) requires(lock)\np.Cache#size guarded-by(lock)\n", ""));
  }

  @Test
  void formattingChangesNoByte() throws IOException {
    source("p/Cache.java", CACHE);
    Run before = Run.of("contracts", folder.toString());
    source(
        "p/Cache.java", "// moved\n" + CACHE.replace("  @", "  /* so */ @").replace("\n", "\n\n"));

    assertThat(Run.of("contracts", folder.toString())).isEqualTo(before);
  }

  @Test
  void canBeWrittenToAFile() throws IOException {
    Path file = source("p/Cache.java", CACHE);
    Path list = folder.resolve("lock-contracts.txt");

    assertThat(Run.of("contracts", "-o", list.toString(), file.toString()))
        .isEqualTo(new Run(0, "", ""));
    assertThat(list).content().startsWith("p.Cache#clear(Object) requires(lock)\n");
  }

  @Test
  void aFileThatDoesNotParseIsNamedAndTheOthersAreListed() throws IOException {
    source("p/Cache.java", CACHE);
    source("p/Broken.java", "class Broken {{");

    Run run = Run.of("contracts", folder.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("p.Cache#size");
    assertThat(run.err()).contains("Broken.java' does not parse");
  }

  @Test
  void aPathThatDoesNotExistIsWrongUsageAndTheOthersAreListed() throws IOException {
    Path file = source("p/Cache.java", CACHE);

    Run run = Run.of("contracts", file.toString(), folder.resolve("none").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("p.Cache#size");
    assertThat(run.err()).contains("none' does not exist");
  }

  @Test
  void progressGoesToTheErrorStreamAndIsWiped() throws IOException {
    source("p/Cache.java", CACHE);

    Run run = Run.of("contracts", "--progress", folder.toString());

    assertThat(run.out()).doesNotContain("%");
    assertThat(run.err()).contains("contracts 100% (1)").endsWith("\r");
  }
}
