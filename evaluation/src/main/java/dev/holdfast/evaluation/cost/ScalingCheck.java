package dev.holdfast.evaluation.cost;

import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares what the analysis of ten bodies costs with what one of ten times the statements costs.
 * The analysis' share is the CPU time of all Java threads with the tool less that without it, as a
 * tool may work on a thread of its own. Warmed up; all four are measured in turn, many times, and
 * of each the tenth percentile counts.
 */
public final class ScalingCheck {
  private static final int SMALL = 600;
  private static final int FACTOR = 10;
  private static final double LARGEST_RATIO = 12;
  private static final int WARM_UPS = 60;
  private static final int RUNS = 101;
  private final Compiler plain = new Compiler(Tool.javac());
  private final Compiler checked;
  private final List<Path> annotations;
  private final Path scratch;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /**
   * Creates a check.
   *
   * @param tool the checker
   * @param annotations the class path of Error Prone's annotations
   * @param scratch a directory for the generated classes
   */
  public ScalingCheck(Tool tool, List<Path> annotations, Path scratch) {
    this.annotations = List.copyOf(annotations);
    this.checked = new Compiler(tool);
    this.scratch = scratch;
  }

  /**
   * What was measured.
   *
   * @param statements of the smaller body
   * @param smallMillis the analysis' share on it
   * @param largeMillis the analysis' share on the larger one
   */
  public record Result(int statements, double smallMillis, double largeMillis) {
    /** How many times the cost. */
    public double ratio() {
      return largeMillis / smallMillis;
    }

    /** Whether the ratio is at most what it should be; a share too small to measure is not. */
    public boolean good() {
      return smallMillis > 0 && ratio() <= LARGEST_RATIO;
    }

    /** The result in words. */
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "A method of %d statements takes %.2f ms of analysis beside javac's own work, one of %d takes %.2f ms:"
              + " %.1f times as much (at most %.0f is the target).",
          statements,
          smallMillis,
          statements * FACTOR,
          largeMillis,
          ratio(),
          LARGEST_RATIO);
    }
  }

  /** Runs it. */
  public Result run() {
    Share small = new Share(write("small", FACTOR, SMALL));
    Share large = new Share(write("large", 1, SMALL * FACTOR));
    for (int i = 0; i < WARM_UPS + RUNS; i++) {
      small.measure();
      large.measure();
    }
    return new Result(SMALL, small.millis() / FACTOR, large.millis());
  }

  /** What the analysis of one file takes. */
  private final class Share {
    private final Path file;
    private final List<Double> without = new ArrayList<>();
    private final List<Double> with = new ArrayList<>();

    Share(Path file) {
      this.file = file;
    }

    void measure() {
      without.add(cpuMillis(plain, file));
      with.add(cpuMillis(checked, file));
    }

    double millis() {
      return undisturbed(with) - undisturbed(without);
    }

    /** What else a machine does makes runs longer, never shorter, so a low one says most. */
    private static double undisturbed(List<Double> millis) {
      List<Double> warm = millis.subList(WARM_UPS, millis.size());
      return warm.stream().sorted().skip(RUNS / 10).findFirst().orElseThrow();
    }
  }

  private double cpuMillis(Compiler compiler, Path file) {
    Map<Long, Long> before = cpuTimes();
    Compiler.Result result = compiler.analyse(List.of(file), annotations);
    Map<Long, Long> after = cpuTimes();
    if (!result.compileErrors().isEmpty() || !result.crash().isEmpty()) {
      throw new EvaluationException(
          "the generated class does not compile: " + result.compileErrors() + result.crash());
    }
    long nanos = 0;
    for (Map.Entry<Long, Long> thread : after.entrySet()) {
      nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return nanos / 1e6;
  }

  /** The CPU time of each living Java thread, in nanoseconds. */
  private Map<Long, Long> cpuTimes() {
    Map<Long, Long> result = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      long nanos = threads.getThreadCpuTime(id);
      if (nanos >= 0) {
        result.put(id, nanos);
      }
    }
    return result;
  }

  private Path write(String name, int methods, int statements) {
    try {
      Path directory = Files.createDirectories(scratch.resolve(name));
      return Files.writeString(
          directory.resolve("Generated.java"), GeneratedBody.of(methods, statements));
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + scratch, e);
    }
  }
}
