package dev.holdfast.evaluation.cost;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A tool's cost on one corpus, pair by pair next to plain javac.
 *
 * @param corpus the corpus
 * @param tool the tool's name
 * @param cpuTarget the largest ratio of CPU aimed at, or infinity
 * @param memoryTarget the largest ratio of peak memory aimed at, or infinity
 * @param pairs the runs
 */
public record Comparison(
    String corpus, String tool, double cpuTarget, double memoryTarget, List<Pair> pairs) {
  /** Copies the list. */
  public Comparison {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two runs, one right after the other.
   *
   * @param javac the compiler alone
   * @param tool the compiler with the tool
   */
  public record Pair(Measurement javac, Measurement tool) {}

  /** Median over the pairs of the ratio of CPU time. */
  public double cpuRatio() {
    return median(pair -> pair.tool.cpuSeconds() / pair.javac.cpuSeconds());
  }

  /** Median over the pairs of the ratio of peak memory. */
  public double memoryRatio() {
    return median(pair -> (double) pair.tool.peakKilobytes() / pair.javac.peakKilobytes());
  }

  /** Median of one figure of the pairs. */
  public double median(ToDoubleFunction<Pair> figure) {
    double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest and the largest ratio of CPU time. */
  public double[] cpuSpread() {
    double[] sorted =
        pairs.stream()
            .mapToDouble(pair -> pair.tool.cpuSeconds() / pair.javac.cpuSeconds())
            .sorted()
            .toArray();
    return new double[] {sorted[0], sorted[sorted.length - 1]};
  }

  /** Whether any run with the tool did not finish. */
  public boolean failed() {
    return pairs.stream().anyMatch(pair -> pair.tool.failed());
  }

  /** Whether the tool finished within its targets. */
  public boolean withinTarget() {
    boolean aimed = Double.isFinite(cpuTarget) || Double.isFinite(memoryTarget);
    return !aimed || (!failed() && cpuRatio() <= cpuTarget && memoryRatio() <= memoryTarget);
  }
}
