package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.javac.Analyzer;
import dev.holdfast.checker.javac.CheckSession;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A check of files that may come from several folders of sources: where these declare the same
 * type, they are compiled apart, each against the sources of the others.
 */
final class GroupedCheck {
  private GroupedCheck() {}

  /** What comes out for all files together. */
  static CheckSession.Result run(CheckSession.Request request) throws IOException {
    List<SourceRoots.Group> groups = groups(request.files());
    if (groups.size() < 2) {
      return CheckSession.run(request);
    }
    List<Diagnostic> findings = new ArrayList<>();
    List<Analyzer.Silenced> silenced = new ArrayList<>();
    Set<String> compileErrors = new LinkedHashSet<>();
    Set<String> problems = new LinkedHashSet<>();
    List<String> notAnalysed = new ArrayList<>();
    int analysed = 0;
    for (SourceRoots.Group group : groups) {
      CheckSession.Result result = CheckSession.run(of(group, request));
      findings.addAll(result.findings());
      silenced.addAll(result.silenced());
      compileErrors.addAll(result.compileErrors());
      problems.addAll(result.problems());
      notAnalysed.addAll(result.notAnalysed());
      analysed += result.analysed();
    }
    findings.sort(Comparator.naturalOrder());
    silenced.sort(Comparator.comparing(Analyzer.Silenced::diagnostic));
    return new CheckSession.Result(
        findings,
        silenced,
        List.copyOf(compileErrors),
        List.copyOf(problems),
        notAnalysed,
        analysed);
  }

  private static CheckSession.Request of(SourceRoots.Group group, CheckSession.Request request) {
    List<String> compiler = new ArrayList<>(request.compilerOptions());
    compiler.addAll(group.compilerOptions(UnaryOperator.identity()));
    return new CheckSession.Request(
        group.files().stream().map(Path::of).toList(),
        request.classPath(),
        request.release(),
        compiler,
        request.options(),
        request.silenced(),
        request.encoding());
  }

  /** None where no two files have the same name: then nothing need be read. */
  private static List<SourceRoots.Group> groups(List<Path> files) throws IOException {
    if (!sameNames(files)) {
      return List.of();
    }
    Map<String, String> packages = packages(files);
    return new SourceRoots(packages).groups(packages.keySet());
  }

  /** The package that each file declares. */
  private static Map<String, String> packages(List<Path> files) throws IOException {
    Map<String, String> result = new TreeMap<>();
    for (Path file : files) {
      /* what is no UTF-8 is reported when it is compiled */
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      result.put(file.toString().replace(File.separatorChar, '/'), SourceRoots.packageOf(text));
    }
    return result;
  }

  /** Those of the packages that none of the files belongs to. */
  static List<String> without(List<String> packages, List<Path> files) throws IOException {
    if (packages.isEmpty()) {
      return List.of();
    }
    Set<String> declared = new HashSet<>(packages(files).values());
    return packages.stream()
        .filter(each -> declared.stream().noneMatch(name -> (name + ".").startsWith(each + ".")))
        .toList();
  }

  private static boolean sameNames(Collection<Path> files) {
    Set<Path> names = new HashSet<>();
    return files.stream()
        .map(Path::getFileName)
        .anyMatch(name -> !name.endsWith("package-info.java") && !names.add(name));
  }
}
