package dev.holdfast.evaluation.review;

import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Processes;
import dev.holdfast.evaluation.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the contract diff of two versions of libraries, as the command does it, each time in a
 * process of its own.
 */
public final class ReviewCostCommand {
  private static final Path TIME = Path.of("/usr/bin/time");
  private static final Pattern CHANGED = Pattern.compile(", (\\d+) changed files?$");
  private static final Map<String, List<String>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("guava 33.0.0 to 33.4.8", List.of("guava"));
    CHANGES.put("h2 2.2.224 to 2.3.232", List.of("h2"));
    CHANGES.put("both", List.of("guava", "h2"));
  }

  private final Workspace workspace;
  private final PrintStream out;

  /** Creates the command. */
  public ReviewCostCommand(Workspace workspace, PrintStream out) {
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * The measured changes as a page.
   *
   * @param page Markdown
   * @param good whether each is within the limits
   */
  public record Result(String page, boolean good) {}

  /** Measures every change so many times; the first run, which fills the caches, is no result. */
  public Result run(int runs) {
    if (!Files.isExecutable(TIME)) {
      throw new EvaluationException("no " + TIME + "; install GNU time");
    }
    Path inputs = workspace.target().resolve("inputs/revisions");
    if (!Files.exists(inputs)) {
      workspace.fetch();
    }
    List<ReviewCost> costs = new ArrayList<>();
    CHANGES.forEach((name, libraries) -> costs.add(measure(name, libraries, inputs, runs)));
    return new Result(
        ReviewCost.page("evaluation/run review", costs),
        costs.stream().allMatch(ReviewCost::withinLimits));
  }

  private ReviewCost measure(String name, List<String> libraries, Path inputs, int runs) {
    Path scratch = workspace.target().resolve("review");
    Path repository = scratch.resolve(String.join("-", libraries) + ".git");
    TwoVersions change = TwoVersions.make(inputs, libraries, repository);
    Path report = scratch.resolve("report.txt");
    review(change, report, scratch);
    List<ReviewCost.Run> measured = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      measured.add(review(change, report, scratch));
    }
    ReviewCost cost = new ReviewCost(name, change, changed(report), measured);
    out.printf(
        "%s: %.1f s, CPU %.1f s, %.0f MiB%n",
        name,
        cost.median(ReviewCost.Run::seconds),
        cost.median(ReviewCost.Run::cpuSeconds),
        cost.worstMebibytes());
    return cost;
  }

  private ReviewCost.Run review(TwoVersions change, Path report, Path scratch) {
    Path times = scratch.resolve("time");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(TIME.toString(), "-f", "%e %U %S %M", "-o", times.toString()));
    command.add(workspace.repository().resolve("holdfast").toString());
    command.addAll(List.of("review", "-C", change.directory().toString(), "--base", "HEAD~1"));
    command.addAll(List.of("--contracts-only", "--fail-on", "none", "-o", report.toString()));
    Processes.Outcome outcome = Processes.run(scratch, command);
    if (outcome.status() != 0) {
      throw new EvaluationException("the review failed:\n" + outcome.output());
    }
    try {
      return ReviewCost.Run.parse(Files.readString(times));
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + times, e);
    }
  }

  private static int changed(Path report) {
    try {
      Matcher changed = CHANGED.matcher(Files.readAllLines(report).get(0));
      if (!changed.find()) {
        throw new EvaluationException("no number of changed files in " + report);
      }
      return Integer.parseInt(changed.group(1));
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + report, e);
    }
  }
}
