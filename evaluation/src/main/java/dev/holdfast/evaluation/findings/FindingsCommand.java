package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.CompiledCorpus;
import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Workspace;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Tool;
import dev.holdfast.evaluation.mutants.MutantRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the checker over the corpora and holds every finding against its judgement. */
public final class FindingsCommand {
  private final Workspace workspace;
  private final PrintStream out;

  /** Creates the command. */
  public FindingsCommand(Workspace workspace, PrintStream out) {
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * What there is to say about one corpus.
   *
   * @param corpus the corpus
   * @param findings what the checker said
   * @param judgements what people made of it
   * @param suppressions the corpus' own suppressions
   */
  record Evaluated(
      Corpus corpus,
      CorpusFindings findings,
      Judgements judgements,
      List<SuppressionCheck> suppressions) {
    List<Finding> unjudged() {
      return findings.findings().stream().filter(f -> judgements.on(f) == null).toList();
    }
  }

  /**
   * Runs it, and writes one list of findings a corpus.
   *
   * @param tool the checker
   * @param report whether the report on all corpora is written too
   * @return whether all is judged, everything was analysed and nothing failed
   */
  public boolean run(List<Corpus> corpora, Tool tool, boolean report) {
    List<Evaluated> all = new ArrayList<>();
    boolean good = true;
    for (Corpus corpus : corpora) {
      Evaluated evaluated = evaluate(corpus, tool);
      all.add(evaluated);
      writeList(evaluated);
      good &= show(evaluated);
    }
    if (report) {
      write(workspace.documents().resolve("evaluation.md"), EvaluationReport.of(all));
    }
    return good;
  }

  private Evaluated evaluate(Corpus corpus, Tool tool) {
    Map<Path, Members> members = CorpusFindings.members(corpus);
    CorpusFindings findings = CorpusFindings.of(corpus, tool, members);
    Path scratch = workspace.target().resolve("suppressions").resolve(corpus.name());
    MutantRunner runner =
        new MutantRunner(new Compiler(tool), CompiledCorpus.classPath(workspace, corpus), scratch);
    return new Evaluated(
        corpus,
        findings,
        Judgements.read(workspace.root().resolve("judgements/" + corpus.name() + ".tsv")),
        SuppressionCheck.of(corpus, members, runner));
  }

  private void writeList(Evaluated evaluated) {
    StringBuilder list = new StringBuilder();
    for (Finding finding : evaluated.findings.findings()) {
      list.append(finding.toLine()).append('\n');
    }
    String name = evaluated.corpus.name() + ".txt";
    write(workspace.documents().resolve("evaluation").resolve(name), list.toString());
  }

  /** Says what is wrong; returns whether nothing is. */
  private boolean show(Evaluated evaluated) {
    String name = evaluated.corpus.name();
    CorpusFindings findings = evaluated.findings;
    List<Finding> unjudged = evaluated.unjudged();
    out.printf(
        "%s: %d files, %d bodies, %d findings, %d of them not judged, %d bodies not analysed%n",
        name,
        findings.files(),
        findings.bodies(),
        findings.findings().size(),
        unjudged.size(),
        findings.notAnalysed().size());
    findings.errors().forEach(error -> out.println(name + ": does not compile: " + error));
    evaluated
        .judgements
        .stale(findings.findings())
        .forEach(key -> out.println(name + ": judged, but no longer reported: " + key));
    if (!findings.crash().isEmpty()) {
      out.println(name + ": the checker failed:\n" + findings.crash());
    }
    Path blanks = workspace.target().resolve("unjudged-" + name + ".tsv");
    if (unjudged.isEmpty()) {
      blanks.toFile().delete();
    } else {
      StringBuilder lines = new StringBuilder();
      unjudged.forEach(finding -> lines.append(Judgements.blankLine(finding)).append('\n'));
      write(blanks, lines.toString());
    }
    return unjudged.isEmpty()
        && findings.errors().isEmpty()
        && findings.notAnalysed().isEmpty()
        && findings.crash().isEmpty();
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new EvaluationException("cannot write " + file, e);
    }
    out.println("written: " + workspace.repository().relativize(file));
  }
}
