package dev.holdfast.cli;

import dev.holdfast.checker.Options;
import dev.holdfast.review.FindingsOf;
import dev.holdfast.review.Review;
import dev.holdfast.review.ReviewNote;
import dev.holdfast.review.ReviewOutput;
import dev.holdfast.review.ReviewReport;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.TreeLines;
import dev.holdfast.review.git.GitProblem;
import dev.holdfast.review.git.Revisions;
import dev.holdfast.review.git.TreeChanges;
import dev.holdfast.review.git.TreeSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast review}: what a change does to lock contracts, and which findings it brings. */
@Command(
    name = "review",
    description = "Tells what a change does to lock contracts, and which findings it brings.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReviewCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Option(
      names = "--base",
      required = true,
      paramLabel = "REV",
      description = "The revision before the change.")
  private String base;

  @Option(
      names = "--head",
      paramLabel = "REV",
      defaultValue = Review.DEFAULT_HEAD,
      description = "The revision after it; without it, ${DEFAULT-VALUE}.")
  private String head;

  @Option(
      names = "--merge-base",
      description = "Starts where head left base, and not at base itself.")
  private boolean mergeBase;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT,…",
      defaultValue = "risky",
      converter = GateWords.class,
      description =
          "Contract changes that fail: breaking, risky, compatible, informational, or none;"
              + " without it, ${DEFAULT-VALUE}. A new error always fails.")
  private Gate gate;

  @Option(names = "--contracts-only", description = "Compares the contracts alone; checks nothing.")
  private boolean contractsOnly;

  @Option(
      names = {"-cp", "--class-path", "-classpath"},
      paramLabel = "CLASSPATH",
      description = "What the sources are compiled against, beside each other and the annotations.")
  private String classPath;

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

  @Option(names = "-o", paramLabel = "FILE", description = "Writes the report there.")
  private Path output;

  @Option(
      names = "-C",
      paramLabel = "FOLDER",
      description = "Looks for the repository there; without it, around the working directory.")
  private Path folder = Path.of("");

  @Mixin private ProgressOption progress;

  ReviewCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (release < 0) {
      throw new ParameterException(
          spec.commandLine(), "--release " + release + " is no Java release");
    }
    Options options = rules.checked(spec.commandLine());
    try (Revisions revisions = Revisions.open(folder, System.getenv());
        ClassPath against = new ClassPath(classPath == null ? "" : classPath)) {
      int status = complain(against);
      return Math.max(status, review(revisions, against, options));
    } catch (GitProblem e) {
      streams.complain(e.getMessage());
      return ExitStatus.USAGE;
    }
  }

  private int complain(ClassPath against) {
    against.missing().forEach(streams::complain);
    against.unreadable().forEach(streams::complain);
    int status = against.missing().isEmpty() ? ExitStatus.OK : ExitStatus.USAGE;
    return against.unreadable().isEmpty() ? status : ExitStatus.FAILED;
  }

  private int review(Revisions revisions, ClassPath against, Options options) throws IOException {
    TreeSnapshot after = revisions.snapshot(head);
    String from = mergeBase ? revisions.mergeBase(base, head) : base;
    TreeSnapshot before = revisions.snapshot(from);
    RevisionChecker checker =
        new RevisionChecker(
            TreeChanges.between(before, after),
            before.commitId(),
            new RevisionChecker.Settings(
                against.entries(), classPath != null, release, options, format.showsSuppressed()));
    ReviewReport report;
    try (ProgressOption.Shown shown = progress.on(streams)) {
      FindingsOf findings = contractsOnly ? FindingsOf.none() : checker;
      report = new Review(revisions, findings, gate, shown.progress()).compare(from, head);
    } catch (IllegalArgumentException e) {
      /* the compiler refuses an option; of those only the release comes from the user */
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    boolean written =
        new Output(streams, output)
            .write(
                ReviewOutput.render(
                    report, format, Rules.ofChecker(), new TreeLines(after), Version.tool()));
    Set<String> unreadable = unreadable(report);
    List<String> compileErrors = checker.compileErrors(unreadable);
    checker.remarks(unreadable).forEach(streams.err()::println);
    checker.problems().forEach(streams::complain);
    compileErrors.forEach(streams.err()::println);
    boolean failed =
        !written
            || !checker.problems().isEmpty()
            || !compileErrors.isEmpty()
            || !unreadable.isEmpty();
    return failed ? ExitStatus.FAILED : report.fails() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  /** The files of head that are no Java, as the report says: they do not compile either. */
  private Set<String> unreadable(ReviewReport report) {
    return report.notes().stream()
        .filter(note -> !note.path().isEmpty() && note.revision().equals(head))
        .map(ReviewNote::path)
        .collect(Collectors.toSet());
  }
}
