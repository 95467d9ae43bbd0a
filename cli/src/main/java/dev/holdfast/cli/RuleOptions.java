package dev.holdfast.cli;

import dev.holdfast.checker.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how to check, the same for every command that checks. */
final class RuleOptions {
  @Option(
      names = "--only",
      paramLabel = "PKG,…",
      description = "Reports in these packages, and those below them, alone.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "PKG,…",
      description = "Reports nothing in these packages, and those below them.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "ID=off|warn|error",
      description = "Sets the severity of a rule. Can be given again.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "FILE",
      description = "Contracts of libraries, beside the built-in ones. Can be given again.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--ignore-guarded-by-suppressions",
      description = "@SuppressWarnings(\"GuardedBy\") silences nothing.")
  private boolean ignoreGuardedBySuppressions;

  /**
   * What they say together.
   *
   * @throws ParameterException naming what cannot be used
   */
  Options checked(CommandLine command) {
    List<String> missing = new ArrayList<>();
    for (Path model : models) {
      if (!Files.exists(model)) {
        missing.add("model file '" + model + "' does not exist");
      }
    }
    if (!missing.isEmpty()) {
      throw new ParameterException(command, String.join("; ", missing));
    }
    try {
      return options();
    } catch (Options.BadOption e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private Options options() throws Options.BadOption {
    List<String> words = new ArrayList<>();
    only.forEach(each -> words.add("only=" + each));
    exclude.forEach(each -> words.add("exclude=" + each));
    rules.forEach(each -> words.add("rule=" + each));
    Options parsed = Options.parse(words);
    return new Options(
        parsed.severities(),
        parsed.only(),
        parsed.exclude(),
        models,
        null,
        ignoreGuardedBySuppressions);
  }
}
