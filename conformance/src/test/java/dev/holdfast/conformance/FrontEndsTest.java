package dev.holdfast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Conformance;
import dev.holdfast.checker.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conformance sources, through every front end: all of them find the same in the same words.
 */
final class FrontEndsTest {
  private static final Path ROOT = Path.of("test-data").toAbsolutePath();

  @TempDir private Path work;

  static Stream<String> groups() {
    int release = Runtime.version().feature();
    return Stream.of("java", "contracts", "native", "java21", "java25")
        .filter(group -> release >= Integer.parseInt("0" + group.replaceAll("\\D", "")));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void allFrontEndsFindTheSame(String group) throws IOException {
    FrontEnd frontEnd = frontEnd(group);
    List<Diagnostic> expected = frontEnd.session();

    assertThat(expected).isNotEmpty();
    assertThat(frontEnd.commandLine()).isEqualTo(FrontEnd.json(expected));
    assertThat(frontEnd.report()).isEqualTo(FrontEnd.json(expected));
    assertThat(frontEnd.printed()).hasSize(expected.size());
    assertThat(frontEnd.errorProne()).isEqualTo(FrontEnd.lines(expected));
  }

  private FrontEnd frontEnd(String group) throws IOException {
    Conformance conformance = new Conformance(ROOT, Compilation.origin(GuardedBy.class));
    List<Path> sources = new ArrayList<>();
    Set<Path> classPath = new LinkedHashSet<>();
    for (Path folder : Conformance.cases(ROOT.resolve(group))) {
      sources.addAll(Conformance.sources(folder));
      classPath.addAll(conformance.classPath(folder, work));
    }
    return new FrontEnd(sources, List.copyOf(classPath), work);
  }
}
