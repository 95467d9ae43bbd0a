package dev.holdfast.evaluation.cost;

import java.util.List;
import java.util.Locale;

/** Writes the measured cost as Markdown. */
public final class CostTable {
  private CostTable() {}

  /**
   * The whole page.
   *
   * @param command how to make it again
   */
  public static String page(
      String command, List<Comparison> comparisons, ScalingCheck.Result scaling) {
    StringBuilder page = new StringBuilder("# Cost\n\nMade by `").append(command).append("`");
    page.append(
        String.format(
            Locale.ROOT,
            " on Java %s, %s processors.%n",
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors()));
    page.append(
        """

        Each run is a whole `javac` process from sources to class files, its start included; CPU is user and system time
        of all its threads, memory its largest resident set. A run with a tool is paired with one of plain `javac`
        right before it on the same sources; a ratio is the median over the pairs, with the smallest and the largest
        in brackets. The empty plugin only listens: its cost is javac's own, which keeps doc comments and end positions for
        any plugin that does. With exports of four packages of the compiler, as the README shows, Holdfast listens only once all files
        are parsed, and the compiler keeps neither comments nor ends of trees. Where the compiler is called through its API, as Maven and Gradle do, it keeps them without a plugin
        too; plain `javac` beside it is called alike then. The plugin that looks asks the compiler what each name refers to, and draws no conclusion: no
        checker of uses can do with less. Error Prone asks for another order of the compiler's phases, which
        alone changes the cost: two rows tell what it does to the compiler alone, and to Holdfast.

        | corpus | tool | pairs | javac, s | with tool, s | CPU ratio | CPU target | memory ratio | memory target | warnings |
        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
        """);
    comparisons.forEach(comparison -> page.append(row(comparison)));
    page.append("\n## Long bodies\n\n").append(scaling.sentence()).append('\n');
    return page.toString();
  }

  private static String row(Comparison comparison) {
    double[] spread = comparison.cpuSpread();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.2f | %.2f | %s | %s | %.3f | %s | %.0f |%n",
        comparison.corpus(),
        comparison.tool(),
        comparison.pairs().size(),
        comparison.median(pair -> pair.javac().cpuSeconds()),
        comparison.median(pair -> pair.tool().cpuSeconds()),
        comparison.failed()
            ? "did not compile"
            : String.format(
                Locale.ROOT, "%.3f (%.3f-%.3f)", comparison.cpuRatio(), spread[0], spread[1]),
        target(comparison.cpuTarget()),
        comparison.memoryRatio(),
        target(comparison.memoryTarget()),
        comparison.median(pair -> pair.tool().warnings()));
  }

  private static String target(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
  }
}
