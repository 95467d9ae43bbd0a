package dev.holdfast.evaluation.compile;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac with one tool in this process. Not safe for use by several threads. */
public final class Compiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final Tool tool;
  private final ClassLoader loader;

  /** Creates a compiler that runs one tool. */
  public Compiler(Tool tool) {
    this.tool = tool;
    this.loader = ToolLoader.loaderOf(tool.processorPath());
  }

  /**
   * What a compilation gave.
   *
   * @param reports all diagnostics, in the order they were reported
   * @param trace what javac or a tool wrote when it failed; empty where it did not
   */
  public record Result(List<Report> reports, String trace) {
    /** How the tool failed; empty where it did not. */
    public String crash() {
      return trace.isEmpty() ? String.join("\n", failures()) : trace;
    }

    /** The reports of a tool's rules. */
    public List<Report> findings() {
      return reports.stream()
          .filter(report -> !report.rule().isEmpty() && !report.isFromTheCheckerItself())
          .toList();
    }

    /** What the checker said it gave up on. */
    public List<String> notAnalysed() {
      return own().filter(message -> message.startsWith("not analysed")).toList();
    }

    /** What else the checker said of itself: its failures. */
    public List<String> failures() {
      return own().filter(message -> !message.startsWith("not analysed")).toList();
    }

    private Stream<String> own() {
      return reports.stream().filter(Report::isFromTheCheckerItself).map(Report::message);
    }

    /** The errors of the compiler itself. */
    public List<Report> compileErrors() {
      return reports.stream()
          .filter(report -> report.rule().isEmpty() && report.kind() == Diagnostic.Kind.ERROR)
          .toList();
    }
  }

  /** Compiles files to class files in a directory. */
  public Result compile(List<Path> files, List<Path> classPath, Path output) {
    return run(files, classPath, List.of("-d", output.toString()));
  }

  /** Analyses files without generating code. */
  public Result analyse(List<Path> files, List<Path> classPath) {
    return run(files, classPath, List.of("-implicit:none", "--should-stop=ifNoError=FLOW"));
  }

  private Result run(List<Path> files, List<Path> classPath, List<String> extra) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    String crash = "";
    try (StandardJavaFileManager standard =
            javac.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8);
        ToolLoader manager = ToolLoader.on(standard, loader)) {
      javac
          .getTask(
              new PrintWriter(output, true),
              manager,
              collector,
              options(classPath, extra),
              null,
              standard.getJavaFileObjectsFromPaths(files))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // A tool that fails is a result of the evaluation, not the end of it.
      crash = trace(e);
    }
    if (crash.isEmpty() && output.toString().contains("\tat ")) {
      crash = output.toString();
    }
    return new Result(collector.getDiagnostics().stream().map(Report::of).toList(), crash);
  }

  private List<String> options(List<Path> classPath, List<String> extra) {
    List<String> all = new ArrayList<>(tool.javacOptions(classPath));
    all.addAll(extra);
    return all;
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
