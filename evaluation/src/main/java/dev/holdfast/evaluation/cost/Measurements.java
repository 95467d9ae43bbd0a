package dev.holdfast.evaluation.cost;

import dev.holdfast.evaluation.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pairs measured so far, in a text file, so that tools can be measured one at a time. A line
 * has corpus, tool, and for plain javac and then for the tool: CPU seconds, peak kilobytes, whether
 * it failed, warnings.
 */
final class Measurements {
  private static final int FIELDS = 10;
  private final Path file;
  private final Map<String, List<Comparison.Pair>> byKey = new LinkedHashMap<>();

  private Measurements(Path file) {
    this.file = file;
  }

  /** Reads a file; one that does not exist has no measurements. */
  static Measurements read(Path file) {
    Measurements result = new Measurements(file);
    if (!Files.exists(file)) {
      return result;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        result.add(line);
      }
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
    return result;
  }

  /** Replaces what is known of a tool on a corpus, and writes the file. */
  void put(String corpus, String tool, List<Comparison.Pair> pairs) {
    byKey.put(key(corpus, tool), List.copyOf(pairs));
    List<String> lines = new ArrayList<>();
    byKey.forEach((key, all) -> all.forEach(pair -> lines.add(line(key, pair))));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new EvaluationException("cannot write " + file, e);
    }
  }

  /** The pairs of a tool on a corpus, empty where it was not measured. */
  List<Comparison.Pair> get(String corpus, String tool) {
    return byKey.getOrDefault(key(corpus, tool), List.of());
  }

  private void add(String line) {
    String[] fields = line.split("\t");
    if (fields.length != FIELDS) {
      throw new EvaluationException(file + ": not " + FIELDS + " fields: " + line);
    }
    byKey
        .computeIfAbsent(key(fields[0], fields[1]), unused -> new ArrayList<>())
        .add(new Comparison.Pair(measurement(fields, 2), measurement(fields, 6)));
  }

  private static Measurement measurement(String[] fields, int from) {
    return new Measurement(
        Double.parseDouble(fields[from]),
        Long.parseLong(fields[from + 1]),
        Boolean.parseBoolean(fields[from + 2]),
        Integer.parseInt(fields[from + 3]));
  }

  private static String line(String key, Comparison.Pair pair) {
    return key + "\t" + text(pair.javac()) + "\t" + text(pair.tool());
  }

  private static String text(Measurement run) {
    return String.format(
        Locale.ROOT,
        "%.2f\t%d\t%b\t%d",
        run.cpuSeconds(),
        run.peakKilobytes(),
        run.failed(),
        run.warnings());
  }

  private static String key(String corpus, String tool) {
    return corpus + "\t" + tool;
  }
}
