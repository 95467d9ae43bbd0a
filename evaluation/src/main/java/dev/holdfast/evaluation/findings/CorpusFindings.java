package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Report;
import dev.holdfast.evaluation.compile.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;

/**
 * What the checker said about a corpus.
 *
 * @param findings sorted by place
 * @param files how many files were compiled
 * @param bodies how many methods, lambdas and initialisers they have
 * @param notAnalysed what the checker said it gave up on
 * @param errors the compiler's own errors
 * @param crash what was written when the checker failed; empty where it did not
 */
public record CorpusFindings(
    List<Finding> findings,
    int files,
    int bodies,
    List<String> notAnalysed,
    List<String> errors,
    String crash) {
  /** Copies the lists. */
  public CorpusFindings {
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
    errors = List.copyOf(errors);
  }

  /** Runs a checker over a whole corpus. */
  public static CorpusFindings of(Corpus corpus, Tool tool, Map<Path, Members> members) {
    List<Path> files = corpus.files();
    Compiler.Result result = new Compiler(tool).analyse(files, corpus.classPath());
    return new CorpusFindings(
        keyed(corpus, result.findings(), members),
        files.size(),
        members.values().stream().mapToInt(Members::bodies).sum(),
        result.notAnalysed(),
        result.compileErrors().stream().map(Report::message).toList(),
        result.crash());
  }

  /** The declarations of every file of a corpus. */
  public static Map<Path, Members> members(Corpus corpus) {
    Map<Path, Members> all = new HashMap<>();
    for (Path file : corpus.files()) {
      all.put(file, Members.of(file));
    }
    return all;
  }

  private static List<Finding> keyed(
      Corpus corpus, List<Report> reports, Map<Path, Members> members) {
    List<Finding> findings = new ArrayList<>();
    Map<FindingKey, Integer> seen = new HashMap<>();
    for (Finding finding :
        reports.stream()
            .map(report -> finding(corpus, report, members.get(report.file())))
            .sorted(Finding.BY_PLACE)
            .toList()) {
      int ordinal = seen.merge(finding.key(), 1, Integer::sum);
      FindingKey key = finding.key();
      findings.add(
          new Finding(
              finding.rule(),
              finding.severity(),
              finding.path(),
              finding.line(),
              finding.column(),
              finding.message(),
              new FindingKey(key.rule(), key.path(), key.member(), key.code(), ordinal)));
    }
    return findings;
  }

  private static Finding finding(Corpus corpus, Report report, Members members) {
    String path = corpus.relative(report.file());
    String code = members.lineAt(report.start());
    return new Finding(
        report.rule(),
        report.kind() == Diagnostic.Kind.ERROR ? "error" : "warning",
        path,
        report.line(),
        report.column(),
        report.message(),
        new FindingKey(report.rule(), path, members.memberAt(report.start()), code, 1));
  }
}
