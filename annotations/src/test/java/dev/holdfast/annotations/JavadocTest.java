package dev.holdfast.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JavadocTest {

  private static final Path SOURCES = Path.of("src/main/java");

  static List<JavadocExample> examples() throws IOException {
    return JavadocExample.below(SOURCES);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleCompiles(JavadocExample example, @TempDir Path output) {
    assertThat(Compilation.errorsOf(example.code(), output)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleUsesTheAnnotationItExplains(JavadocExample example) {
    String name = example.file().getFileName().toString().replace(".java", "");
    if (!name.equals("package-info")) {
      assertThat(example.code()).contains("@" + name);
    }
  }

  @Test
  void everyAnnotationHasAnExample() throws IOException {
    List<Path> withExample = examples().stream().map(JavadocExample::file).toList();

    assertThat(JavadocExample.javaFiles(SOURCES))
        .filteredOn(file -> !List.of("When.java", "module-info.java").contains(name(file)))
        .filteredOn(file -> !file.endsWith(Path.of("region", "package-info.java")))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(withExample).contains(file));
  }

  @Test
  void javadocIsWellFormed(@TempDir Path output) throws IOException {
    assertThat(Compilation.javadocProblemsOf(JavadocExample.javaFiles(SOURCES), output)).isEmpty();
  }

  @Test
  void exampleThatDoesNotCompileIsNoticed(@TempDir Path output) {
    String source =
        """
        /**
         * Text.
         *
         * <pre>{@code
         * @Requires(lock = "x")
         * class Broken {}
         * }</pre>
         */
        class Host {}
        """;

    List<JavadocExample> examples = JavadocExample.of(Path.of("Host.java"), source);

    assertThat(examples)
        .extracting(JavadocExample::code)
        .containsExactly("@Requires(lock = \"x\")\nclass Broken {}");
    assertThat(Compilation.errorsOf(examples.get(0).code(), output)).isNotEmpty();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
