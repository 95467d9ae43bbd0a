package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.javac.Analyzer;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Suppressed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code holdfast check}: compiles sources in memory and reports what breaks their lock contracts.
 */
@Command(
    name = "check",
    description = "Checks Java sources against their lock contracts.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-cp", "--class-path", "-classpath"},
      paramLabel = "CLASSPATH",
      description = "What the sources are compiled against; the annotations are always there.")
  private String classPath = "";

  @Option(names = "--release", paramLabel = "N", description = "The Java release of the sources.")
  private int release;

  @Mixin private RuleOptions rules;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "One of ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
  private OutputFormat format;

  @Option(names = "-o", paramLabel = "FILE", description = "Writes the findings there.")
  private Path output;

  @Mixin private BaselineOptions baseline;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Source files, or folders of them; @FILE for a file of arguments.")
  private List<String> paths;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Options options = rules.checked(spec.commandLine());
    AcceptedFindings accepted = baseline.read(spec.commandLine(), streams);
    if (release < 0) {
      throw new ParameterException(
          spec.commandLine(), "--release " + release + " is no Java release");
    }
    SourceFiles sources = SourceFiles.of(paths);
    sources.missing().forEach(streams::complain);
    sources.unreadable().forEach(streams::complain);
    int status = ExitStatus.OK;
    try (ClassPath against = new ClassPath(classPath)) {
      against.missing().forEach(streams::complain);
      against.unreadable().forEach(streams::complain);
      if (!sources.missing().isEmpty() || !against.missing().isEmpty()) {
        status = ExitStatus.USAGE;
      }
      if (!sources.unreadable().isEmpty() || !against.unreadable().isEmpty()) {
        status = ExitStatus.FAILED;
      }
      for (String each : GroupedCheck.without(options.only(), sources.files())) {
        streams.complain("--only: no source is in package '" + each + "'");
      }
      boolean complete = status == ExitStatus.OK;
      int found = check(sources.files(), against.entries(), options, accepted, complete);
      return Math.max(status, found);
    }
  }

  private int check(
      List<Path> files,
      List<Path> against,
      Options options,
      AcceptedFindings accepted,
      boolean everything)
      throws IOException {
    CheckSession.Result result = session(files, against, options);
    boolean complete =
        everything && result.problems().isEmpty() && result.compileErrors().isEmpty();
    AcceptedFindings.Result split =
        accepted.apply(result.findings(), complete, result.notAnalysed().isEmpty());
    List<Diagnostic> findings = split.reported();
    List<Suppressed> suppressed = new ArrayList<>(split.accepted());
    for (Analyzer.Silenced each : result.silenced()) {
      suppressed.add(new Suppressed(each.diagnostic(), Suppressed.Kind.IN_SOURCE, each.reason()));
    }
    boolean written = new Findings(streams, format, output).write(findings, suppressed);
    result.notAnalysed().forEach(each -> streams.err().println("not analysed: " + each));
    result.problems().forEach(streams::complain);
    result.compileErrors().forEach(streams.err()::println);
    if (!written
        || !split.written()
        || !result.problems().isEmpty()
        || !result.compileErrors().isEmpty()) {
      return ExitStatus.FAILED;
    }
    boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return errors ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  private CheckSession.Result session(List<Path> files, List<Path> against, Options options)
      throws IOException {
    if (files.isEmpty()) {
      return CheckSession.Result.NOTHING;
    }
    try {
      return GroupedCheck.run(
          new CheckSession.Request(
              files, against, release, List.of(), options, format.showsSuppressed()));
    } catch (IllegalArgumentException e) {
      /* the compiler refuses an option; of those only the release comes from the user */
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
