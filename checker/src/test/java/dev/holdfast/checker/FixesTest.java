package dev.holdfast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.javac.CheckSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fixes with edits over the conformance sources, all of a case at once: they compile, and what
 * they are for is gone.
 */
final class FixesTest {
  @TempDir private static Path work;

  static Stream<Path> cases() throws IOException {
    return ConformanceTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fixesCompileAndSettleWhatTheyAreFor(Path folder) throws Exception {
    List<Path> classPath = ConformanceTest.conformance().classPath(folder, lib(folder));
    List<Path> sources = Conformance.sources(folder);
    List<Diagnostic> mended = new ArrayList<>();
    Set<Diagnostic.Edit> edits = new LinkedHashSet<>();
    List<Diagnostic> before = check(sources, classPath).findings();
    for (Diagnostic finding : before) {
      for (Diagnostic.Fix fix : finding.fixes()) {
        if (!fix.edits().isEmpty()) {
          mended.add(finding);
          edits.addAll(fix.edits());
        }
      }
    }

    assertThat(trouble(folder, classPath, edits, mended, overrides(before))).isEmpty();
  }

  private static Path lib(Path folder) {
    return work.resolve(folder.getParent().getFileName().toString());
  }

  private static CheckSession.Result check(List<Path> sources, List<Path> classPath)
      throws IOException {
    return CheckSession.run(
        new CheckSession.Request(sources, classPath, 0, List.of(), Options.DEFAULT));
  }

  private static List<String> trouble(
      Path folder,
      List<Path> classPath,
      Set<Diagnostic.Edit> edits,
      List<Diagnostic> findings,
      long overrides)
      throws IOException {
    Path copy = Files.createTempDirectory(work, "fixed");
    List<Path> sources = new ArrayList<>();
    for (Path source : Conformance.sources(folder)) {
      Path target = copy.resolve(folder.relativize(source));
      Files.createDirectories(target.getParent());
      sources.add(Files.writeString(target, edited(source, edits)));
    }
    CheckSession.Result result = check(sources, classPath);
    List<String> trouble = new ArrayList<>(result.compileErrors());
    for (Diagnostic finding : findings) {
      int start = shifted(finding.range(), edits);
      String name = path(finding.range()).getFileName().toString();
      if (result.findings().stream()
          .anyMatch(
              after ->
                  after.rule().equals(finding.rule())
                      && after.range().start() == start
                      && need(after).equals(need(finding))
                      && path(after.range()).endsWith(name))) {
        trouble.add(name + ":" + finding.range().line() + ": still there");
      }
    }
    if (overrides(result.findings()) > overrides) {
      trouble.add("a fix makes an override require more");
    }
    return trouble;
  }

  private static long overrides(List<Diagnostic> findings) {
    return findings.stream().filter(each -> each.rule().equals("IncompatibleOverride")).count();
  }

  /** What the message says before it tells what is held. */
  private static String need(Diagnostic finding) {
    return finding.message().split(";", 2)[0];
  }

  private static Path path(Diagnostic.Range range) {
    return Path.of(range.path()).toAbsolutePath().normalize();
  }

  private static String edited(Path source, Set<Diagnostic.Edit> edits) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(source));
    edits.stream()
        .filter(edit -> path(edit.range()).equals(source.toAbsolutePath().normalize()))
        .sorted(Comparator.comparingInt((Diagnostic.Edit e) -> e.range().start()).reversed())
        .forEach(e -> text.replace(e.range().start(), e.range().end(), e.replacement()));
    return text.toString();
  }

  /** Where a finding is once the edits of its file were made. */
  private static int shifted(Diagnostic.Range range, Set<Diagnostic.Edit> edits) {
    int start = range.start();
    for (Diagnostic.Edit edit : edits) {
      if (edit.range().path().equals(range.path()) && edit.range().start() <= range.start()) {
        start += edit.replacement().length() - (edit.range().end() - edit.range().start());
      }
    }
    return start;
  }
}
