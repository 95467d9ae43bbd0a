package dev.holdfast.cli;

import dev.holdfast.checker.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

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

  List<Path> models() {
    return models;
  }

  /**
   * What they say together.
   *
   * @throws Options.BadOption naming each that cannot be used
   */
  Options options() throws Options.BadOption {
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
