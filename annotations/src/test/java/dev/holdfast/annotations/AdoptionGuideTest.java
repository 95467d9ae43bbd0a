package dev.holdfast.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AdoptionGuideTest {

  private static final Path GUIDE = Path.of("../docs/adoption.md");
  private static final Pattern EXAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  static List<String> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleCompiles(String example, @TempDir Path output) {
    assertThat(Compilation.errorsOf(example, output)).isEmpty();
  }

  @Test
  void linkedFilesExist() throws IOException {
    assertThat(LINK.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(GUIDE.resolveSibling(link)).exists());
  }
}
