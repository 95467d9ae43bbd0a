package dev.holdfast.evaluation.cost;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Workspace;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures whole javac processes with and without a tool on the same sources. Runs alternate, so
 * that whatever else the machine does falls on both sides alike; the first run of each kind, which
 * fills the disk cache, does not count.
 */
public final class CostCommand {
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;
  private static final double MEMORY_TARGET = 1.20;
  private static final Map<String, Double> CPU_TARGETS =
      Map.of("grpc-core", 1.10, "caffeine", 1.10, "guava", 1.05, "h2", 1.05);
  private final Workspace workspace;
  private final PrintStream out;
  private final Measurements measurements;

  /**
   * Creates the command.
   *
   * @param file where the measured pairs are kept
   */
  public CostCommand(Workspace workspace, PrintStream out, Path file) {
    this.workspace = workspace;
    this.out = out;
    this.measurements = Measurements.read(file);
  }

  /** Measures one tool on some corpora, in place of what was measured of it there before. */
  public void measure(List<Corpus> corpora, Tool tool, Launcher launcher, int pairs) {
    MeasuredRun runner = new MeasuredRun(scratch(), launcher);
    for (Corpus corpus : corpora) {
      runner.of(corpus, Tool.javac());
      if (pairs > 1) {
        runner.of(corpus, tool);
      }
      List<Comparison.Pair> measured = new ArrayList<>();
      for (int i = 0; i < pairs; i++) {
        Measurement javac = runner.of(corpus, Tool.javac());
        measured.add(new Comparison.Pair(javac, runner.of(corpus, tool)));
      }
      measurements.put(corpus.name(), launcher.row(tool.name()), measured);
      show(comparison(corpus, launcher.row(tool.name())));
    }
  }

  /** All that is known of some tools on some corpora, what was measured earlier included. */
  public List<Comparison> comparisons(List<Corpus> corpora, List<Tool> tools) {
    List<Comparison> all = new ArrayList<>();
    for (Corpus corpus : corpora) {
      for (Tool tool : tools) {
        for (Launcher launcher : Launcher.values()) {
          String row = launcher.row(tool.name());
          if (!measurements.get(corpus.name(), row).isEmpty()) {
            all.add(comparison(corpus, row));
          }
        }
      }
    }
    return all;
  }

  private Comparison comparison(Corpus corpus, String row) {
    boolean own = row.equals(Tool.HOLDFAST) || row.equals(Tool.HOLDFAST_LET_IN);
    return new Comparison(
        corpus.name(),
        row,
        own ? CPU_TARGETS.getOrDefault(corpus.name(), NO_TARGET) : NO_TARGET,
        own ? MEMORY_TARGET : NO_TARGET,
        measurements.get(corpus.name(), row));
  }

  private void show(Comparison result) {
    out.printf(
        "%s: %s: CPU %.3f, memory %.3f%s%n",
        result.corpus(),
        result.tool(),
        result.cpuRatio(),
        result.memoryRatio(),
        result.failed() ? ", failed" : "");
  }

  private Path scratch() {
    try {
      return Files.createDirectories(workspace.target().resolve("cost"));
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + workspace.target(), e);
    }
  }
}
