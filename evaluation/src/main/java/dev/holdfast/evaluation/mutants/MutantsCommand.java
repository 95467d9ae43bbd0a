package dev.holdfast.evaluation.mutants;

import dev.holdfast.evaluation.CompiledCorpus;
import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Workspace;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Plants mistakes in the corpora and counts how many of them a checker finds. */
public final class MutantsCommand {
  private static final Pattern LOCKING = Pattern.compile("synchronized|[lL]ock\\(|[eE]nter");
  private final Workspace workspace;
  private final PrintStream out;

  /** Creates the command. */
  public MutantsCommand(Workspace workspace, PrintStream out) {
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param corpora where to plant
   * @param tool the checker
   * @param seed decides the choice
   * @param count mutants a corpus
   * @return the verdicts of each corpus
   */
  public Map<Corpus, Outcome> run(List<Corpus> corpora, Tool tool, long seed, int count) {
    Compiler compiler = new Compiler(tool);
    Map<Corpus, Outcome> all = new LinkedHashMap<>();
    for (Corpus corpus : corpora) {
      List<Path> classPath = CompiledCorpus.classPath(workspace, corpus);
      List<Mutant> mutants = mutantsOf(corpus, classPath);
      Path scratch = workspace.target().resolve("mutants").resolve(corpus.name());
      MutantRunner runner = new MutantRunner(compiler, classPath, scratch);
      List<Verdict> verdicts = new Sampler(seed, count).run(mutants, runner::run);
      all.put(corpus, new Outcome(mutants, verdicts));
      out.println(
          corpus.name() + ": " + verdicts.size() + " of " + mutants.size() + " mutants ran");
    }
    return all;
  }

  /**
   * What happened to a corpus.
   *
   * @param possible every mutant it can have
   * @param verdicts those that ran
   */
  public record Outcome(List<Mutant> possible, List<Verdict> verdicts) {
    /** Copies the lists. */
    public Outcome {
      possible = List.copyOf(possible);
      verdicts = List.copyOf(verdicts);
    }
  }

  private List<Mutant> mutantsOf(Corpus corpus, List<Path> classPath) {
    List<Mutant> mutants = new ArrayList<>();
    for (Path file : corpus.files()) {
      if (locks(file)) {
        mutants.addAll(MutantFactory.mutantsOf(file, classPath));
      }
    }
    return mutants;
  }

  private static boolean locks(Path file) {
    try {
      return LOCKING.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
  }
}
