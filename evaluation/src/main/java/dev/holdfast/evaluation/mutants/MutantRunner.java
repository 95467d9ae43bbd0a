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
    String original = read(mutant.file());
    Map<String, Integer> before =
        originals.computeIfAbsent(mutant.file(), file -> count(file, original));
    String mutated = mutant.apply(original);
    Path file = write(mutant.file().getFileName(), mutated);
    Compiler.Result result = compiler.analyse(List.of(file), classPath);
    if (!result.compileErrors().isEmpty()) {
      return new Verdict(
          mutant, Verdict.Status.NOT_COMPILED, result.compileErrors().get(0).message());
    }
    if (!result.crash().isEmpty()) {
      return new Verdict(mutant, Verdict.Status.CRASHED, result.crash());
    }
    Map<String, Integer> after = new HashMap<>();
    for (Report finding : result.findings()) {
      String key = key(finding, mutated);
      if (after.merge(key, 1, Integer::sum) > before.getOrDefault(key, 0)) {
        return new Verdict(
            mutant, Verdict.Status.KILLED, "[" + finding.rule() + "] " + finding.message());
      }
    }
    return new Verdict(mutant, Verdict.Status.SURVIVED, "");
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
