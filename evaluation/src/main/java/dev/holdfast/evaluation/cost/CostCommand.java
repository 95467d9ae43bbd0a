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
  private static final double MEMORY_TARGET = 1.20;
  private static final Map<String, Double> CPU_TARGETS =
      Map.of("grpc-core", 1.10, "caffeine", 1.10, "guava", 1.05, "h2", 1.05);
  private final Workspace workspace;
  private final PrintStream out;

  /** Creates the command. */
  public CostCommand(Workspace workspace, PrintStream out) {
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param peers whether Error Prone and the Lock Checker are measured too
   * @param pairs how many pairs of runs for Holdfast and Error Prone
   * @param lockCheckerPairs how many for the Lock Checker, which takes long; 0 leaves it out
   */
  public List<Comparison> run(
      List<Corpus> corpora, boolean peers, int pairs, int lockCheckerPairs) {
    MeasuredRun runner = new MeasuredRun(scratch());
    Tool holdfast = Tool.holdfastWarningsOnly(workspace);
    double none = Double.POSITIVE_INFINITY;
    List<Comparison> all = new ArrayList<>();
    for (Corpus corpus : corpora) {
      runner.of(corpus, Tool.javac());
      double target = CPU_TARGETS.get(corpus.name());
      all.add(compare(runner, corpus, holdfast, pairs, target, MEMORY_TARGET));
      if (peers) {
        all.add(compare(runner, corpus, Tool.errorProne(workspace), pairs, none, none));
      }
      if (peers && lockCheckerPairs > 0) {
        Tool lockChecker = Tool.lockChecker(workspace);
        all.add(compare(runner, corpus, lockChecker, lockCheckerPairs, none, none));
      }
    }
    return all;
  }

  private Comparison compare(
      MeasuredRun runner,
      Corpus corpus,
      Tool tool,
      int pairs,
      double cpuTarget,
      double memoryTarget) {
    List<Comparison.Pair> measured = new ArrayList<>();
    if (pairs > 1) {
      runner.of(corpus, tool);
    }
    for (int i = 0; i < pairs; i++) {
      Measurement javac = runner.of(corpus, Tool.javac());
      measured.add(new Comparison.Pair(javac, runner.of(corpus, tool)));
    }
    Comparison result =
        new Comparison(corpus.name(), tool.name(), cpuTarget, memoryTarget, measured);
    out.printf(
        "%s: %s: CPU %.3f, memory %.3f%s%n",
        corpus.name(),
        tool.name(),
        result.cpuRatio(),
        result.memoryRatio(),
        result.failed() ? ", failed" : "");
    return result;
  }

  private Path scratch() {
    try {
      return Files.createDirectories(workspace.target().resolve("cost"));
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + workspace.target(), e);
    }
  }
}
