package dev.holdfast.evaluation.mutants;

import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a checker over mutants, one file at a time, and compares with the original file. Findings
 * are matched by rule and by the text they stand at, so that shifted lines and reworded messages
 * are not taken for new findings.
 */
public final class MutantRunner {
  private final Compiler compiler;
  private final List<Path> classPath;
  private final Path scratch;
  private final Map<Path, Map<String, Integer>> originals = new HashMap<>();

  /**
   * Creates a runner.
   *
   * @param compiler runs the checker
   * @param classPath has all other files of the code base, compiled
   * @param scratch a directory for mutated files
   */
  public MutantRunner(Compiler compiler, List<Path> classPath, Path scratch) {
    this.compiler = compiler;
    this.classPath = List.copyOf(classPath);
    this.scratch = scratch;
  }

  /** Checks one mutant. */
  public Verdict run(Mutant mutant) {
    Difference difference = compare(mutant.file(), mutant.edits());
    return new Verdict(mutant, difference.status(), difference.evidence());
  }

  /**
   * What a change of one file makes of the findings.
   *
   * @param status how the changed file fares
   * @param evidence the first new finding, the compiler's error or the failure; empty where there
   *     is nothing new
   */
  public record Difference(Verdict.Status status, String evidence) {}

  /** Checks a file with a change against the file without it. */
  public Difference compare(Path file, List<Edit> edits) {
    String original = read(file);
    Map<String, Integer> before =
        originals.computeIfAbsent(file, unseen -> count(unseen, original));
    String changed = Edit.apply(original, edits);
    Compiler.Result result =
        compiler.analyse(List.of(write(file.getFileName(), changed)), classPath);
    if (!result.compileErrors().isEmpty()) {
      return new Difference(Verdict.Status.NOT_COMPILED, result.compileErrors().get(0).message());
    }
    if (!result.crash().isEmpty()) {
      return new Difference(Verdict.Status.CRASHED, result.crash());
    }
    Map<String, Integer> after = new HashMap<>();
    for (Report finding : result.findings()) {
      String key = key(finding, changed);
      if (after.merge(key, 1, Integer::sum) > before.getOrDefault(key, 0)) {
        return new Difference(
            Verdict.Status.KILLED, "[" + finding.rule() + "] " + finding.message());
      }
    }
    return new Difference(Verdict.Status.SURVIVED, "");
  }

  private Map<String, Integer> count(Path file, String text) {
    Compiler.Result result = compiler.analyse(List.of(write(file.getFileName(), text)), classPath);
    if (!result.compileErrors().isEmpty()) {
      Report error = result.compileErrors().get(0);
      throw new EvaluationException(
          "the original does not compile: " + file + ":" + error.line() + ": " + error.message());
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Report finding : result.findings()) {
      counts.merge(key(finding, text), 1, Integer::sum);
    }
    return counts;
  }

  private static String key(Report finding, String text) {
    return finding.rule() + " " + finding.excerpt(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
  }

  private Path write(Path name, String text) {
    try {
      Files.createDirectories(scratch);
      return Files.writeString(scratch.resolve(name), text);
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + scratch, e);
    }
  }
}
