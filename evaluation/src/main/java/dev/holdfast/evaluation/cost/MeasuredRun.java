package dev.holdfast.evaluation.cost;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Processes;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the compiler as a process of its own under GNU time, which reports what the kernel accounted
 * to it.
 */
final class MeasuredRun {
  private static final Path TIME = Path.of("/usr/bin/time");
  private static final Pattern WARNINGS = Pattern.compile("(?m)^([0-9]+) warnings?$");
  private final Path scratch;
  private final Launcher launcher;

  MeasuredRun(Path scratch, Launcher launcher) {
    this.scratch = scratch;
    this.launcher = launcher;
    if (!Files.isExecutable(TIME)) {
      throw new EvaluationException("no " + TIME + "; install GNU time");
    }
  }

  /** Compiles a whole corpus to class files with a tool; the class files are thrown away. */
  Measurement of(Corpus corpus, Tool tool) {
    try {
      Path output = Files.createDirectories(scratch.resolve("classes"));
      Path report = scratch.resolve("time");
      List<String> command = new ArrayList<>();
      command.addAll(List.of(TIME.toString(), "-f", "%U %S %M", "-o", report.toString()));
      command.addAll(
          launcher.command(
              tool.runtimeOptions(),
              arguments(corpus, tool, output),
              scratch.resolve("arguments")));
      Processes.Outcome outcome = Processes.run(scratch, command);
      Files.writeString(scratch.resolve("output"), outcome.output());
      delete(output);
      return measurement(Files.readAllLines(report), outcome);
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + scratch, e);
    }
  }

  /** Reads the last line that GNU time wrote; before it may stand a line on the exit status. */
  static Measurement measurement(List<String> report, Processes.Outcome outcome) {
    String[] fields = report.get(report.size() - 1).split(" ");
    Matcher warnings = WARNINGS.matcher(outcome.output());
    return new Measurement(
        Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]),
        Long.parseLong(fields[2]),
        outcome.status() != 0,
        warnings.find() ? Integer.parseInt(warnings.group(1)) : 0);
  }

  private static List<String> arguments(Corpus corpus, Tool tool, Path output) {
    List<String> all = new ArrayList<>(tool.javacOptions(corpus.classPath()));
    all.addAll(List.of("-d", output.toString()));
    corpus.files().forEach(file -> all.add(file.toString()));
    return all;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
