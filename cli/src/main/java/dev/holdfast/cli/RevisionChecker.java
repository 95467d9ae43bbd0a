package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.javac.Analyzer;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.review.FindingsOf;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.format.Suppressed;
import dev.holdfast.review.git.TreeChanges;
import dev.holdfast.review.git.TreeSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks what a change may have altered at a revision: the files that differ, and those that name a
 * member whose contract changed. The other files of the revision are there to be compiled against.
 * Works on a copy; the work tree is not touched.
 */
final class RevisionChecker implements FindingsOf {
  private final TreeChanges changes;
  private final String baseId;
  private final Settings settings;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> compileErrors = new ArrayList<>();
  private final Set<String> uncompiled = new TreeSet<>();

  /**
   * How to compile and check.
   *
   * @param classPath what the sources are compiled against
   * @param complete whether the user named a class path, so that errors are to be believed
   * @param release the Java release, or 0
   * @param options how to check
   * @param silenced whether what the source silences is wanted
   */
  record Settings(
      List<Path> classPath, boolean complete, int release, Options options, boolean silenced) {}

  /**
   * For one change.
   *
   * @param changes the files that differ
   * @param baseId the commit at base; what is said about another one is said about head
   */
  RevisionChecker(TreeChanges changes, String baseId, Settings settings) {
    this.changes = changes;
    this.baseId = baseId;
    this.settings = settings;
  }

  /**
   * What the user may want to know, one sentence each.
   *
   * @param told the files of which it is known already that they cannot be read
   */
  List<String> remarks(Set<String> told) {
    List<String> result = new ArrayList<>(remarks);
    List<String> others = uncompiled.stream().filter(path -> !told.contains(path)).toList();
    if (!others.isEmpty()) {
      result.add(incomplete(others));
    }
    return result;
  }

  /** What kept the checker from doing all it should at head. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What the compiler objects to at head, given a class path, but for the files told. */
  List<String> compileErrors(Set<String> told) {
    return compileErrors.stream().filter(error -> !told.contains(path(error))).toList();
  }

  private static String path(String error) {
    int colon = error.indexOf(':');
    return colon < 0 ? "" : error.substring(0, colon);
  }

  @Override
  public Found at(TreeSnapshot snapshot, List<ContractChange> contracts) throws IOException {
    boolean base = snapshot.commitId().equals(baseId);
    if (changes.base().isEmpty() && changes.head().isEmpty()) {
      return Found.NOTHING;
    }
    try (WorkCopy copy = WorkCopy.of(snapshot)) {
      Set<String> files = new TreeSet<>(new Affected(contracts).in(copy));
      files.addAll(base ? changes.base() : changes.head());
      files.retainAll(copy.paths());
      files.removeAll(changes.unreviewed());
      List<Diagnostic> findings = new ArrayList<>();
      List<Suppressed> suppressed = new ArrayList<>();
      for (SourceRoots.Group group : copy.roots().groups(files)) {
        CheckSession.Result result = check(copy, group);
        result.findings().forEach(finding -> findings.add(copy.relative(finding)));
        for (Analyzer.Silenced each : result.silenced()) {
          suppressed.add(
              new Suppressed(
                  copy.relative(each.diagnostic()), Suppressed.Kind.IN_SOURCE, each.reason()));
        }
        if (!base) {
          note(copy, group, result);
        }
      }
      findings.sort(null);
      return new Found(findings, suppressed);
    }
  }

  private CheckSession.Result check(WorkCopy copy, SourceRoots.Group group) throws IOException {
    List<String> compiler = group.compilerOptions(root -> copy.path(root).toString());
    List<Path> files = group.files().stream().map(copy::path).toList();
    return CheckSession.run(
        new CheckSession.Request(
            files,
            settings.classPath(),
            settings.release(),
            compiler,
            settings.options(),
            settings.silenced()));
  }

  private void note(WorkCopy copy, SourceRoots.Group group, CheckSession.Result result) {
    result.notAnalysed().stream()
        /* said once a file, below */
        .filter(each -> !each.endsWith(": does not compile"))
        .forEach(each -> remarks.add("not analysed: " + copy.relative(each)));
    result.problems().forEach(each -> problems.add(copy.relative(each)));
    Set<String> own = new LinkedHashSet<>(group.files());
    for (String each : result.compileErrors()) {
      String error = copy.relative(each);
      String path = path(error);
      if (!own.contains(path)) {
        continue; /* one of the others, which nobody asked about */
      }
      if (settings.complete()) {
        compileErrors.add(error);
      } else {
        uncompiled.add(path);
      }
    }
  }

  private static String incomplete(List<String> files) {
    int count = files.size();
    String first = files.get(0);
    String what =
        count == 1
            ? "'" + first + "' does"
            : "'" + first + "' and " + (count - 1) + (count == 2 ? " other" : " others") + " do";
    return "holdfast: "
        + what
        + " not compile without a class path (-cp); findings may be missing there";
  }
}
