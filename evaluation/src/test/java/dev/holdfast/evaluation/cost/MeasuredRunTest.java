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

  @Test
  void compilationIsMeasuredAndLeavesNothingBehind() throws IOException {
    Measurement measurement = run("class A { int a; }");
    assertThat(measurement.failed()).isFalse();
    assertThat(measurement.cpuSeconds()).isPositive();
    assertThat(measurement.peakKilobytes()).isGreaterThan(1000);
    assertThat(directory.resolve("scratch/classes")).doesNotExist();
  }

  @Test
  void sourceThatDoesNotCompileIsAFailedRun() throws IOException {
    assertThat(run("class A { int a }").failed()).isTrue();
  }

  private Measurement run(String source) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Files.writeString(sources.resolve("A.java"), source);
    Path scratch = Files.createDirectories(directory.resolve("scratch"));
    return new MeasuredRun(scratch).of(new Corpus("demo", sources, List.of()), Tool.javac());
  }
}
