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
 * The default run takes a sample; {@code -Dholdfast.conformance=all} takes all.
 */
final class FrontEndsTest {
  private static final Path ROOT = Path.of("test-data").toAbsolutePath();
  private static final int SAMPLE = 6;

  @TempDir private Path work;

  /** The groups that go into one compilation; packages are not the same within one. */
  static Stream<List<String>> groups() {
    int release = Runtime.version().feature();
    return Stream.of(
            List.of("java", "contracts", "native"),
            release >= 21 ? List.of("java21") : List.<String>of(),
            release >= 25 ? List.of("java25") : List.<String>of())
        .filter(group -> !group.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void allFrontEndsFindTheSame(List<String> groups) throws IOException {
    FrontEnd frontEnd = frontEnd(groups);
    List<Diagnostic> expected = frontEnd.session();
    FrontEnd.Plugin plugin = frontEnd.plugin();

    assertThat(expected).isNotEmpty();
    assertThat(frontEnd.commandLine()).isEqualTo(FrontEnd.json(expected));
    assertThat(plugin.report()).isEqualTo(FrontEnd.json(expected));
    assertThat(plugin.printed()).isEqualTo(FrontEnd.printed(expected));
    assertThat(frontEnd.errorProne()).isEqualTo(FrontEnd.lines(expected));
  }

  private FrontEnd frontEnd(List<String> groups) throws IOException {
    Conformance conformance = new Conformance(ROOT, Compilation.origin(GuardedBy.class));
    boolean all = "all".equals(System.getProperty("holdfast.conformance")) || groups.size() == 1;
    List<Path> folders = new ArrayList<>();
    for (String group : groups) {
      folders.addAll(Conformance.cases(ROOT.resolve(group)));
    }
    List<Path> sources = new ArrayList<>();
    Set<Path> classPath = new LinkedHashSet<>();
    for (int i = 0; i < folders.size(); i += all ? 1 : SAMPLE) {
      sources.addAll(Conformance.sources(folders.get(i)));
      classPath.addAll(conformance.classPath(folders.get(i), work));
    }
    return new FrontEnd(sources, List.copyOf(classPath), work);
  }
}
