package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of region locks, as the validator of a JVM in ownership mode tells them. */
final class RegionRulesTest {
  @ParameterizedTest
  @CsvSource({
    "readerWaitsForSpace, ORDER_CYCLE Region.lock -> AddressSpace.mmap -> Region.lock",
    "twoSpacesWithoutLevel, SAME_CLASS",
    "recycledWhileHeld, RECYCLED_WHILE_HELD",
    "threadEnd, THREAD_ENDED",
  })
  void reports(String scenario, String report) throws Exception {
    assertThat(run("ownership", scenario)).containsExactly(report);
  }

  @ParameterizedTest
  @CsvSource({"readerTriesSpace", "readerOfSeveralRegions", "fork"})
  void acceptsSilently(String scenario) throws Exception {
    assertThat(run("ownership", scenario)).isEmpty();
  }

  @Test
  void recordsTenThousandWriteLocksAndOneRelease() throws Exception {
    assertThat(run("ownership", "bulkRelease")).containsExactly("nested 10000, left 0");
  }

  @Test
  void recordsNothingWithoutOwnership() throws Exception {
    assertThat(run("state", "readerWaitsForSpace")).isEmpty();
    assertThat(run("off", "bulkRelease")).containsExactly("nested 0, left 0");
  }

  private static List<String> run(String mode, String scenario)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dholdfast.assertions=" + mode,
                "-cp",
                System.getProperty("java.class.path"),
                RegionScenarios.class.getName(),
                scenario)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().map(String::strip).toList();
  }
}
