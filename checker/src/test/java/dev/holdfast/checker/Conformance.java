package dev.holdfast.checker;

import dev.holdfast.checker.javac.CheckSession;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads the cases of {@code test-data}, runs them, and compares what was found with what stands
 * beside the code.
 */
public final class Conformance {
  private static final Pattern MARKER = Pattern.compile("// expect: (.*)$");
  private static final Pattern ITEM =
      Pattern.compile("([A-Za-z]+)((?:\\s+\"[^\"]*\")*)\\s*(?:,|$)");

  /** One expected finding. */
  record Expected(String rule, List<String> parts) {}

  private final Path root;
  private final List<Path> annotations;

  /** The cases below a folder, compiled against the annotations. */
  public Conformance(Path root, Path annotations) {
    this.root = root;
    this.annotations = List.of(annotations);
  }

  /** The folders that are one case each. */
  public static List<Path> cases(Path group) throws IOException {
    if (!Files.isDirectory(group)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(group)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The class path of a case, with its library and the stubs compiled. */
  public List<Path> classPath(Path folder, Path work) throws IOException {
    List<Path> result = new ArrayList<>(annotations);
    result.add(compiled(sources(root.resolve("stubs")), annotations, work.resolve("stubs")));
    Path lib = folder.resolve("lib");
    if (Files.isDirectory(lib)) {
      result.add(
          compiled(sources(lib), List.copyOf(result), work.resolve(folder.getFileName() + "-lib")));
    }
    return result;
  }

  private static Path compiled(List<Path> sources, List<Path> classPath, Path target)
      throws IOException {
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(target);
    if (sources.isEmpty()) {
      return target;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              target.toString(),
              "-proc:none",
              "-nowarn",
              "-cp",
              String.join(":", classPath.stream().map(Path::toString).toList()));
      boolean done =
          compiler
              .getTask(out, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!done) {
        throw new IllegalStateException("the library does not compile: " + out);
      }
    }
    return target;
  }

  /** All source files below a folder, its library apart. */
  public static List<Path> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Path lib = folder.resolve("lib");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.startsWith(lib))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What differs from the expectations, one line each; empty if all is as expected. */
  List<String> run(Path folder, Path work) throws IOException {
    List<Path> sources = sources(folder);
    CheckSession.Result result =
        CheckSession.run(
            new CheckSession.Request(
                sources, classPath(folder, work), 0, List.of(), Options.DEFAULT));
    List<String> trouble = new ArrayList<>();
    result.compileErrors().forEach(e -> trouble.add("compile: " + e));
    result.problems().forEach(e -> trouble.add("problem: " + e));
    result.notAnalysed().forEach(e -> trouble.add("not analysed: " + e));
    for (Path source : sources) {
      compare(source, result.findings(), trouble);
    }
    return trouble;
  }

  /** Adds what differs in one file. */
  static void compare(Path source, List<Diagnostic> findings, List<String> trouble)
      throws IOException {
    TreeMap<Integer, List<Expected>> expected = expectations(source);
    TreeMap<Integer, List<Diagnostic>> actual = new TreeMap<>();
    for (Diagnostic finding : findings) {
      if (Path.of(finding.range().path())
          .toAbsolutePath()
          .normalize()
          .equals(source.toAbsolutePath().normalize())) {
        actual.computeIfAbsent(finding.range().line(), line -> new ArrayList<>()).add(finding);
      }
    }
    String name = source.getParent().getFileName() + "/" + source.getFileName();
    expected.forEach(
        (line, list) -> {
          for (Expected each : list) {
            Diagnostic match = take(actual.get(line), each);
            if (match == null) {
              trouble.add(
                  name
                      + ":"
                      + line
                      + ": missing "
                      + each.rule()
                      + (each.parts().isEmpty() ? "" : " " + each.parts()));
            }
          }
        });
    actual.forEach(
        (line, list) ->
            list.forEach(
                f ->
                    trouble.add(
                        name + ":" + line + ": unexpected " + f.rule() + ": " + f.message())));
  }

  private static Diagnostic take(List<Diagnostic> candidates, Expected wanted) {
    if (candidates == null) {
      return null;
    }
    for (Diagnostic candidate : candidates) {
      String text = candidate.message() + " " + candidate.notes() + " " + candidate.fixes();
      if (candidate.rule().equals(wanted.rule())
          && wanted.parts().stream().allMatch(text::contains)) {
        candidates.remove(candidate);
        return candidate;
      }
    }
    return null;
  }

  private static TreeMap<Integer, List<Expected>> expectations(Path source) throws IOException {
    TreeMap<Integer, List<Expected>> result = new TreeMap<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.find()) {
        Matcher item = ITEM.matcher(marker.group(1));
        List<Expected> here = new ArrayList<>();
        while (item.find()) {
          List<String> parts = new ArrayList<>();
          Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(item.group(2));
          while (quoted.find()) {
            parts.add(quoted.group(1));
          }
          here.add(new Expected(item.group(1), parts));
        }
        result.put(i + 1, here);
      }
    }
    return result;
  }
}
