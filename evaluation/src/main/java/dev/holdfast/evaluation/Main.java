package dev.holdfast.evaluation;

import dev.holdfast.evaluation.compile.Tool;
import dev.holdfast.evaluation.cost.Comparison;
import dev.holdfast.evaluation.cost.CostCommand;
import dev.holdfast.evaluation.cost.CostTable;
import dev.holdfast.evaluation.cost.Launcher;
import dev.holdfast.evaluation.cost.ScalingCheck;
import dev.holdfast.evaluation.findings.FindingsCommand;
import dev.holdfast.evaluation.mutants.MutantTable;
import dev.holdfast.evaluation.mutants.MutantsCommand;
import dev.holdfast.evaluation.mutants.Verdict;
import dev.holdfast.evaluation.review.ReviewCostCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evaluation's command line. The first argument is the evaluation's directory, given by its
 * launcher.
 */
public final class Main {
  private static final String USAGE =
      """
      usage: evaluation/run fetch
             evaluation/run findings [CORPUS]
             evaluation/run mutants  [CORPUS] [--seed N] [--count N] [--tool holdfast|error-prone]
             evaluation/run cost     [CORPUS] [--pairs N] [--tools holdfast,exports,empty,looking,error-prone,lock-checker]
                                     [--launcher javac|api]
             evaluation/run scaling
             evaluation/run review   [--runs N]
      CORPUS is one by name, all, known (grpc-core, caffeine, guava, h2) or further (kafka-clients,
      druid-processing, lucene-core, spanner); for mutants also test-data or samples. By default it is
      all for findings, known for mutants and cost.""";

  private final Workspace workspace;
  private final PrintStream out;

  private Main(Workspace workspace, PrintStream out) {
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * Runs the command line; exits with 0, with 1 where the result is not what it should be, or with
   * 2.
   */
  public static void main(String[] args) {
    List<String> words = Arrays.asList(args);
    if (words.size() < 2) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Main main = new Main(new Workspace(Path.of(words.get(0)).toAbsolutePath()), System.out);
    int status;
    try {
      status = main.run(words.get(1), words.subList(2, words.size()));
    } catch (EvaluationException e) {
      System.err.println("evaluation: " + e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  private int run(String command, List<String> words) {
    return switch (command) {
      case "fetch" -> {
        workspace.fetch();
        yield 0;
      }
      case "findings" -> findings(Arguments.parse(words, Set.of()));
      case "mutants" -> mutants(Arguments.parse(words, Set.of("seed", "count", "tool")));
      case "cost" -> cost(Arguments.parse(words, Set.of("pairs", "tools", "launcher")));
      case "scaling" -> scaling(Arguments.parse(words, Set.of()));
      case "review" -> review(Arguments.parse(words, Set.of("runs")));
      default -> throw new EvaluationException("no command '" + command + "'\n" + USAGE);
    };
  }

  private int mutants(Arguments arguments) {
    int seed = arguments.number("seed", 1);
    int count = arguments.number("count", 100);
    String corpus = arguments.corpus("known");
    String name = arguments.options().getOrDefault("tool", "holdfast");
    Tool tool = tool(name);
    Map<Corpus, MutantsCommand.Outcome> outcomes =
        new MutantsCommand(workspace, out).run(workspace.corpora(corpus), tool, seed, count);
    String command =
        "evaluation/run mutants %s --seed %d --count %d%s"
            .formatted(corpus, seed, count, name.equals("holdfast") ? "" : " --tool " + name);
    String page = MutantTable.page(command, tool.name(), outcomes);
    boolean published = name.equals("holdfast") && corpus.equals("known");
    write(
        published ? workspace.documents().resolve("mutants.md") : scratch("mutants-" + name), page);
    boolean missed =
        outcomes.values().stream().flatMap(o -> o.verdicts().stream()).anyMatch(Verdict::missed);
    return missed ? 1 : 0;
  }

  private int findings(Arguments arguments) {
    String corpus = arguments.corpus("all");
    boolean good =
        new FindingsCommand(workspace, out)
            .run(workspace.corpora(corpus), Tool.holdfast(workspace), corpus.equals("all"));
    return good ? 0 : 1;
  }

  private int cost(Arguments arguments) {
    int pairs = arguments.number("pairs", 5);
    List<Corpus> corpora = workspace.corpora(arguments.corpus("known"));
    CostCommand command =
        new CostCommand(workspace, out, workspace.root().resolve("measurements.tsv"));
    String tools =
        arguments
            .options()
            .getOrDefault("tools", "holdfast,exports,empty,looking,error-prone,lock-checker");
    for (String name : tools.equals("none") ? new String[0] : tools.split(",")) {
      command.measure(corpora, measuredTool(name), launcher(arguments), pairs);
    }
    List<Tool> all =
        List.of(
            Tool.holdfastWarningsOnly(workspace),
            Tool.holdfastLetIn(workspace),
            Tool.holdfastSimple(workspace),
            Tool.javacSimple(),
            Tool.emptyPlugin(workspace),
            Tool.lookingPlugin(workspace),
            Tool.errorProne(workspace),
            Tool.lockChecker(workspace));
    List<Comparison> comparisons = command.comparisons(workspace.corpora("all"), all);
    ScalingCheck.Result scaling = scalingCheck().run();
    String page = CostTable.page("evaluation/run cost", comparisons, scaling);
    write(workspace.documents().resolve("cost.md"), page);
    return scaling.good() && comparisons.stream().allMatch(Comparison::withinTarget) ? 0 : 1;
  }

  private static Launcher launcher(Arguments arguments) {
    return switch (arguments.options().getOrDefault("launcher", "javac")) {
      case "javac" -> Launcher.JAVAC;
      case "api" -> Launcher.API;
      default -> throw new EvaluationException("'--launcher' is javac or api");
    };
  }

  private Tool measuredTool(String name) {
    return switch (name) {
      case "holdfast" -> Tool.holdfastWarningsOnly(workspace);
      case "exports" -> Tool.holdfastLetIn(workspace);
      case "exports-simple" -> Tool.holdfastSimple(workspace);
      case "javac-simple" -> Tool.javacSimple();
      case "empty" -> Tool.emptyPlugin(workspace);
      case "looking" -> Tool.lookingPlugin(workspace);
      case "error-prone" -> Tool.errorProne(workspace);
      case "lock-checker" -> Tool.lockChecker(workspace);
      default ->
          throw new EvaluationException(
              "no tool '" + name + "'; holdfast, exports, exports-simple, javac-simple, empty, looking,"
                  + " error-prone, lock-checker");
    };
  }

  private int scaling(Arguments arguments) {
    if (!arguments.plain().isEmpty()) {
      throw new EvaluationException("'scaling' takes no corpus");
    }
    ScalingCheck.Result result = scalingCheck().run();
    out.println(result.sentence());
    return result.good() ? 0 : 1;
  }

  private int review(Arguments arguments) {
    if (!arguments.plain().isEmpty()) {
      throw new EvaluationException("'review' takes no corpus");
    }
    ReviewCostCommand.Result result =
        new ReviewCostCommand(workspace, out).run(arguments.number("runs", 3));
    write(workspace.documents().resolve("review-cost.md"), result.page());
    return result.good() ? 0 : 1;
  }

  private ScalingCheck scalingCheck() {
    return new ScalingCheck(
        Tool.holdfast(workspace),
        workspace.classPath("error-prone"),
        workspace.target().resolve("scaling"));
  }

  private Tool tool(String name) {
    return switch (name) {
      case "holdfast" -> Tool.holdfastUnsuppressed(workspace);
      case "error-prone" -> Tool.errorProne(workspace);
      default -> throw new EvaluationException("no tool '" + name + "'; holdfast, error-prone");
    };
  }

  private Path scratch(String name) {
    return workspace.target().resolve(name + ".md");
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new EvaluationException("cannot write " + file, e);
    }
    out.println("written: " + file);
  }
}
