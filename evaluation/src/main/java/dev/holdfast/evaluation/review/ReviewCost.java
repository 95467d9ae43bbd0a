package dev.holdfast.evaluation.review;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the contract diff of one change cost.
 *
 * @param name of the change
 * @param change what was reviewed
 * @param changed how many files it changes beyond comments and white space
 * @param runs every run
 */
record ReviewCost(String name, TwoVersions change, int changed, List<Run> runs) {
  static final double MOST_SECONDS = 30;
  static final double MOST_MEBIBYTES = 1024;

  /**
   * One process, from its start to its end.
   *
   * @param seconds by the clock
   * @param cpuSeconds of user and system on all threads
   * @param peakKilobytes the largest resident set
   */
  record Run(double seconds, double cpuSeconds, long peakKilobytes) {

    /** From the line that GNU time writes for {@code %e %U %S %M}. */
    static Run parse(String line) {
      String[] fields = line.strip().split(" ");
      return new Run(
          Double.parseDouble(fields[0]),
          Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]),
          Long.parseLong(fields[3]));
    }
  }

  double median(ToDoubleFunction<Run> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The worst of the runs: a limit holds for each. */
  double worstMebibytes() {
    return runs.stream().mapToLong(Run::peakKilobytes).max().orElse(0) / 1024.0;
  }

  boolean withinLimits() {
    return median(Run::seconds) < MOST_SECONDS && worstMebibytes() < MOST_MEBIBYTES;
  }

  /** The page with all of them. */
  static String page(String command, List<ReviewCost> costs) {
    StringBuilder page = new StringBuilder("# Cost of a review\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            "Made by `%s` on Java %s, %d processors.%n",
            command,
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors()));
    page.append(
        """

        Each run is a whole `holdfast review --contracts-only` between two versions of a library's sources, its start
        included. Time and CPU (user and system, of all threads) are medians, memory is the largest resident set of any
        run. Files in which more than comments and white space changed are parsed, at both versions. The limits are
        %.0f s on two processors, and %.0f MiB.

        | change | files | lines | changed | runs | time, s | CPU, s | memory, MiB |
        |---|---:|---:|---:|---:|---:|---:|---:|
        """
            .formatted(MOST_SECONDS, MOST_MEBIBYTES));
    costs.forEach(cost -> page.append(cost.row()));
    return page.toString();
  }

  private String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.1f | %.1f | %.0f |%n",
        name,
        change.files(),
        change.lines(),
        changed,
        runs.size(),
        median(Run::seconds),
        median(Run::cpuSeconds),
        worstMebibytes());
  }
}
