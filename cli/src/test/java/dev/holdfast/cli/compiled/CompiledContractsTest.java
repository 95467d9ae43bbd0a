package dev.holdfast.cli.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.DirectoryTree;
import dev.holdfast.review.source.SourceContracts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to a contract list: from source alone, and through the compiler. */
final class CompiledContractsTest {
  private static final Path ROOT = Path.of("..");

  private static final Set<ContractKind> IN_BODIES =
      Set.of(ContractKind.ASSERTS, ContractKind.ASSERTS_NOT, ContractKind.SUPPRESSES);

  private static Path annotations() throws URISyntaxException {
    return Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Path> sources(Path... folders) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(each -> each.toString().endsWith(".java"))
            .filter(each -> !each.endsWith("module-info.java"))
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** As text, so that a difference shows both lines. */
  private static List<String> fromSource(Path... folders) throws IOException {
    return new SourceContracts(DirectoryTree.of(Path.of(""), List.of(folders)))
        .readAll((done, total) -> {}).lines().stream()
            .filter(line -> !line.member().contains("/"))
            .map(CompiledContractsTest::declared)
            .filter(line -> !line.contracts().isEmpty())
            .map(ContractLine::print)
            .toList();
  }

  /** What one knows and the other does not is no difference. */
  private static ContractLine declared(ContractLine line) {
    List<Contract> kept =
        line.contracts().stream().filter(each -> !IN_BODIES.contains(each.kind())).toList();
    return new ContractLine(line.member(), kept);
  }

  private static List<String> compiled(Path... folders) throws Exception {
    return CompiledContracts.read(sources(folders), List.of(annotations())).stream()
        .map(ContractLine::print)
        .toList();
  }

  private static List<String> differences(List<String> source, List<String> compiled) {
    Set<String> all = new TreeSet<>();
    source.stream().filter(line -> !compiled.contains(line)).forEach(l -> all.add(l + " <source"));
    compiled.stream().filter(line -> !source.contains(line)).forEach(l -> all.add(l + " <javac"));
    return List.copyOf(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime/src/main/java",
        "annotations/src/main/java",
        "samples/bounded-cache",
        "samples/bounded-cache-broken",
        "samples/paging",
        "samples/paging-broken",
        "samples/maven-plain"
      })
  void sourceAloneAndTheCompilerGiveTheSameLines(String folder) throws Exception {
    Path[] folders = {ROOT.resolve(folder), ROOT.resolve("runtime/src/main/java")};

    List<String> compiled = compiled(folders);

    assertThat(compiled).isNotEmpty();
    assertThat(differences(fromSource(folders), compiled)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "java", "native"})
  void theyGiveTheSameLinesOfTheTestData(String folder) throws Exception {
    Path[] folders = {
      ROOT.resolve("test-data").resolve(folder),
      ROOT.resolve("test-data/stubs"),
      ROOT.resolve("runtime/src/main/java")
    };

    List<String> compiled = compiled(folders);

    assertThat(compiled).hasSizeGreaterThan(20);
    assertThat(differences(fromSource(folders), compiled)).isEmpty();
  }

  @Test
  void aNameThatTheSourceAloneCannotResolveShowsAsADifference(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("A.java"),
        """
        import dev.holdfast.annotations.Requires;
        import static java.util.Locale.*;

        class A {
          @Requires("ROOT")
          void f() {}
        }
        """);

    assertThat(fromSource(folder)).isNotEqualTo(compiled(folder)).hasSize(1);
  }
}
