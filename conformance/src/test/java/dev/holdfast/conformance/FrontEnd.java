package dev.holdfast.conformance;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.checker.javac.PluginReporter;
import dev.holdfast.checker.message.JsonLines;
import dev.holdfast.checker.rule.Rule;
import dev.holdfast.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways to run the checker, and what each of them found, in a form that can be compared. */
final class FrontEnd {
  private static final Pattern START =
      Pattern.compile("([\\w-]+\\.java:\\d+:\\d+): compiler\\.(err|warn)\\.[a-z.]+: (\\[\\w+] .*)");

  private final List<Path> sources;
  private final List<Path> classPath;
  private final Path work;

  FrontEnd(List<Path> sources, List<Path> classPath, Path work) {
    this.sources = sources;
    this.classPath = classPath;
    this.work = work;
  }

  /** In process, as the others are compared with it. */
  List<Diagnostic> session() throws IOException {
    CheckSession.Result result =
        CheckSession.run(
            new CheckSession.Request(sources, classPath, 0, List.of(), Options.DEFAULT));
    if (!result.compileErrors().isEmpty() || !result.problems().isEmpty()) {
      throw new IllegalStateException(result.compileErrors() + " " + result.problems());
    }
    return result.findings();
  }

  /** The command line's JSON. */
  List<String> commandLine() {
    List<String> arguments = new ArrayList<>(List.of("check", "--format", "json", "-cp"));
    arguments.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    sources.forEach(source -> arguments.add(source.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main.main(InputStream.nullInputStream(), stream, System.err, arguments.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * What the plugin answers.
   *
   * @param report the lines of its report
   * @param printed what it makes the compiler print
   */
  record Plugin(List<String> report, List<String> printed) {}

  /** Runs the plugin, in the order in which javac works by default: one class after the other. */
  Plugin plugin() throws IOException {
    Path report = work.resolve("report.jsonl");
    Compilation compilation =
        Compilation.of(
            sources,
            classPath,
            Compilation.checker(),
            folder("plugin"),
            "-XDrawDiagnostics",
            "-Xplugin:Holdfast report=" + report);
    List<String> printed =
        findings(compilation).stream().map(FrontEnd::withoutPlace).sorted().toList();
    return new Plugin(Files.readAllLines(report), printed);
  }

  /** The compiler cannot point at the end of a block. */
  private static String withoutPlace(String line) {
    return line.replaceFirst(":\\d+:\\d+", "").replaceFirst("\n  [^\n]*: it ends here", "");
  }

  /** What the plugin should print for findings. */
  static List<String> printed(List<Diagnostic> findings) {
    return findings.stream().map(f -> withoutPlace(line(f))).sorted().toList();
  }

  /** What Error Prone makes the compiler print, with no check enabled but ours. */
  List<String> errorProne() throws IOException {
    String checks =
        Arrays.stream(Rule.values())
            .map(
                rule ->
                    " -Xep:" + rule.id() + (rule.severity() == Severity.ERROR ? ":ERROR" : ":WARN"))
            .collect(Collectors.joining());
    return findings(
        Compilation.withErrorProne(
            sources,
            classPath,
            folder("error-prone"),
            "-XDrawDiagnostics",
            "-Xplugin:ErrorProne -XepDisableAllChecks" + checks));
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  /**
   * Raw diagnostics begin with {@code Name.java:line:column: key: }; further lines are indented.
   */
  private static List<String> findings(Compilation compilation) {
    List<String> result = new ArrayList<>();
    StringBuilder finding = new StringBuilder();
    for (String line : compilation.output()) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        flush(finding, result);
        String severity = start.group(2).equals("err") ? "error" : "warning";
        finding
            .append(start.group(1))
            .append(": ")
            .append(severity)
            .append(": ")
            .append(start.group(3));
      } else if (line.startsWith("  ") && !finding.isEmpty()) {
        finding.append('\n').append(line);
      } else {
        flush(finding, result);
      }
    }
    flush(finding, result);
    return result.stream().sorted().toList();
  }

  private static void flush(StringBuilder finding, List<String> result) {
    if (!finding.isEmpty()) {
      result.add(finding.toString());
      finding.setLength(0);
    }
  }

  /** What the compiler should print for findings, raw. */
  static List<String> lines(List<Diagnostic> findings) {
    return findings.stream().map(FrontEnd::line).sorted().toList();
  }

  private static String line(Diagnostic f) {
    Path file = Path.of(f.range().path()).getFileName();
    String place = file + ":" + f.range().line() + ":" + f.range().column();
    String message = "[" + f.rule() + "] " + f.message() + PluginReporter.explanation(f);
    return place + ": " + f.severity().word() + ": " + message;
  }

  /** As the plugin writes them. */
  static List<String> json(List<Diagnostic> findings) {
    return JsonLines.of(findings).lines().toList();
  }
}
