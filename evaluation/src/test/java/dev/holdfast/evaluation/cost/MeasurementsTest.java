package dev.holdfast.evaluation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.evaluation.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeasurementsTest {
  private static final Comparison.Pair FIRST = pair(10.25, false);
  private static final Comparison.Pair SECOND = pair(11.5, true);

  @TempDir private Path directory;

  @Test
  void whatWasPutIsReadBack() {
    Measurements.read(file()).put("demo", "Tool, one", List.of(FIRST, SECOND));
    assertThat(Measurements.read(file()).get("demo", "Tool, one")).containsExactly(FIRST, SECOND);
  }

  @Test
  void newMeasurementReplacesTheOldOne() {
    Measurements.read(file()).put("demo", "Tool", List.of(FIRST));
    Measurements.read(file()).put("demo", "Tool", List.of(SECOND));
    assertThat(Measurements.read(file()).get("demo", "Tool")).containsExactly(SECOND);
  }

  @Test
  void otherToolsAreKept() {
    Measurements.read(file()).put("demo", "Tool", List.of(FIRST));
    Measurements.read(file()).put("demo", "Other", List.of(SECOND));
    assertThat(Measurements.read(file()).get("demo", "Tool")).containsExactly(FIRST);
  }

  @Test
  void brokenLineIsRefused() throws IOException {
    Files.writeString(file(), "demo\tTool\t1.0\n");
    assertThatThrownBy(() -> Measurements.read(file())).isInstanceOf(EvaluationException.class);
  }

  private Path file() {
    return directory.resolve("measurements.tsv");
  }

  private static Comparison.Pair pair(double cpu, boolean failed) {
    return new Comparison.Pair(
        new Measurement(10.5, 2000, false, 3), new Measurement(cpu, 3000, failed, 7));
  }
}
