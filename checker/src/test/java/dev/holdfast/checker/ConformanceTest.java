package dev.holdfast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the conformance sources, against what stands beside its code. */
final class ConformanceTest {
  /** The groups, each with the Java release that it needs. */
  private static final Map<String, Integer> GROUPS =
      Map.of("java", 17, "contracts", 17, "native", 17, "java21", 21, "java25", 25);

  private static final Path ROOT = Path.of("..", "test-data").toAbsolutePath().normalize();

  @TempDir private static Path work;

  static Stream<Path> cases() throws IOException {
    Stream.Builder<Path> all = Stream.builder();
    for (Map.Entry<String, Integer> group : GROUPS.entrySet()) {
      if (Runtime.version().feature() >= group.getValue()) {
        Conformance.cases(ROOT.resolve(group.getKey())).forEach(all);
      }
    }
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatIsExpectedAndNothingElse(Path folder) throws IOException, URISyntaxException {
    Path annotations =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Conformance conformance = new Conformance(ROOT, annotations);

    List<String> differences =
        conformance.run(folder, work.resolve(String.valueOf(folder.getParent().getFileName())));

    assertThat(differences).isEmpty();
  }
}
