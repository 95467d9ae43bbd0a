package dev.holdfast.evaluation.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.Processes;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MeasuredRunTest {
  @TempDir private Path directory;

  @Test
  void figuresAreReadFromTheLastLine() {
    Measurement measurement =
        MeasuredRun.measurement(
            List.of("Command exited with non-zero status 1", "1.50 0.25 4096"),
            new Processes.Outcome(1, "x\n1 error\n7 warnings\n"));
    assertThat(measurement).isEqualTo(new Measurement(1.75, 4096, true, 7));
  }

  @ParameterizedTest
  @EnumSource
  void compilationIsMeasuredAndLeavesNothingBehind(Launcher launcher) throws IOException {
    Measurement measurement = run("class A { int a; }", launcher);
    assertThat(measurement.failed()).isFalse();
    assertThat(measurement.cpuSeconds()).isPositive();
    assertThat(measurement.peakKilobytes()).isGreaterThan(1000);
    assertThat(directory.resolve("scratch/classes")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void sourceThatDoesNotCompileIsAFailedRun(Launcher launcher) throws IOException {
    assertThat(run("class A { int a }", launcher).failed()).isTrue();
  }

  private Measurement run(String source, Launcher launcher) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Files.writeString(sources.resolve("A.java"), source);
    Path scratch = Files.createDirectories(directory.resolve("scratch"));
    return new MeasuredRun(scratch, launcher)
        .of(new Corpus("demo", sources, List.of()), Tool.javac());
  }
}
