package dev.holdfast.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/contracts.md} tells of every annotation, and of every outcome. */
final class ContractsPageTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/holdfast/annotations");

  @Test
  void leavesNothingOut() throws IOException {
    String page = Files.readString(Path.of("../docs/contracts.md"));
    List<String> names;
    try (Stream<Path> files = Files.list(SOURCES)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java") && !name.equals("When.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .filter(name -> !name.equals("package-info"))
              .toList();
    }

    assertThat(names).hasSizeGreaterThan(20).allMatch(name -> page.contains("`@" + name));
    assertThat(When.values()).allMatch(when -> page.contains("`" + when + "`"));
    assertThat(Arrays.asList(GuardedBy.class.getDeclaredMethods()))
        .allMatch(method -> method.getName().equals("value") || page.contains(method.getName()));
  }
}
