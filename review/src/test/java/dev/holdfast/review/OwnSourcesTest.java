package dev.holdfast.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.DirectoryTree;
import dev.holdfast.review.source.SourceContracts;
import dev.holdfast.review.source.StubLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of this project's own sources and test data. */
final class OwnSourcesTest {
  private static SourceContracts.Result read(String... directories) throws IOException {
    List<Path> paths = Stream.of(directories).map(Path::of).toList();
    return new SourceContracts(DirectoryTree.of(Path.of(".."), paths)).readAll((done, all) -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"test-data", "samples", "runtime", "review"})
  void everySourceParsesAndEveryLineIsReadBack(String directory) throws IOException {
    SourceContracts.Result result = read(directory);

    assertThat(result.problems()).isEmpty();
    assertThat(ContractLine.parseAll(ContractLine.print(result.lines()))).isEqualTo(result.lines());
  }

  @Test
  void everyNameInTheRuntimeIsResolved() throws IOException {
    List<ContractLine> lines = read("runtime/src/main/java", "annotations/src/main/java").lines();

    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(lines).noneMatch(line -> line.print().contains("?"));
  }

  @Test
  void presetThatComesWithTheToolIsThePresetOfTheAnnotations() throws IOException {
    String preset = "dev.holdfast.annotations.region.";
    List<ContractLine> real =
        read("annotations/src/main/java").lines().stream()
            .filter(line -> line.member().startsWith(preset))
            .toList();

    assertThat(StubLines.all())
        .filteredOn(line -> line.member().startsWith(preset))
        .isEqualTo(real);
  }

  @Test
  void assertionsThatComeWithTheToolAreThoseOfTheRuntime() throws IOException {
    List<String> real =
        read("runtime/src/main/java").lines().stream().map(OwnSourcesTest::checked).toList();

    List<String> stubs =
        StubLines.all().stream()
            .filter(line -> line.member().startsWith("dev.holdfast.region."))
            .map(OwnSourcesTest::checked)
            .toList();

    assertThat(stubs).hasSizeGreaterThan(8);
    assertThat(real).containsAll(stubs);
  }

  private static String checked(ContractLine line) {
    return line.print().replaceAll(" unchecked\\(reason=\"[^\"]*\"\\)", "");
  }
}
