package dev.holdfast.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Checks sources in this process, without writing class files: for the command line, the language
 * server and tests.
 */
public final class CheckSession {
  /**
   * What to check.
   *
   * @param files the source files, in any order
   * @param classPath what they compile against
   * @param release the language level, or 0 for the compiler's own
   * @param compilerOptions further options for the compiler
   * @param options how to check
   * @param silenced whether {@link Result#silenced()} is wanted; it takes the analysis of bodies
   *     that are not to be checked
   * @param encoding of the files
   */
  public record Request(
      List<Path> files,
      List<Path> classPath,
      int release,
      List<String> compilerOptions,
      Options options,
      boolean silenced,
      Charset encoding) {
    /** One for files in UTF-8. */
    public Request(
        List<Path> files,
        List<Path> classPath,
        int release,
        List<String> compilerOptions,
        Options options,
        boolean silenced) {
      this(files, classPath, release, compilerOptions, options, silenced, StandardCharsets.UTF_8);
    }

    /** One for files in UTF-8 that asks for findings alone. */
    public Request(
        List<Path> files,
        List<Path> classPath,
        int release,
        List<String> compilerOptions,
        Options options) {
      this(files, classPath, release, compilerOptions, options, false);
    }
  }

  /**
   * What came out.
   *
   * @param findings by path, line, column and rule
   * @param silenced what the source silences, in the same order, where that was asked for
   * @param compileErrors what the compiler objects to, one line each
   * @param problems what kept the tool from doing all it should
   * @param notAnalysed bodies that were given up, with the reason
   * @param analysed how many bodies were analysed
   */
  public record Result(
      List<Diagnostic> findings,
      List<Analyzer.Silenced> silenced,
      List<String> compileErrors,
      List<String> problems,
      List<String> notAnalysed,
      int analysed) {

    /** Of no sources at all. */
    public static final Result NOTHING =
        new Result(List.of(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  private CheckSession() {}

  /**
   * Compiles and analyses.
   *
   * @throws IOException if the class path cannot be used
   */
  public static Result run(Request request) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return new Result(
          List.of(),
          List.of(),
          List.of(),
          List.of("no Java compiler found; run with a JDK, not a JRE"),
          List.of(),
          0);
    }
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(collector, Locale.ROOT, request.encoding())) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, request.classPath());
      /* else plugins on the class path would start by themselves */
      files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
      List<Path> sorted = new ArrayList<>(new LinkedHashSet<>(request.files()));
      sorted.sort(Comparator.naturalOrder());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  files,
                  collector,
                  compilerOptions(request),
                  null,
                  files.getJavaFileObjectsFromPaths(sorted));
      return new DeepStack().call(() -> analyse(task, request, collector));
    }
  }

  private static List<String> compilerOptions(Request request) {
    List<String> result = new ArrayList<>();
    result.add("-proc:none");
    result.add("-XDshould-stop.ifError=FLOW");
    result.add("-parameters");
    result.add("-Xmaxerrs");
    result.add("10000");
    if (request.release() > 0) {
      result.add("--release");
      result.add(String.valueOf(request.release()));
    }
    result.addAll(request.compilerOptions());
    return result;
  }

  private static Result analyse(
      JavacTask task, Request request, DiagnosticCollector<JavaFileObject> collector) {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> notAnalysed = new ArrayList<>();
    List<CompilationUnitTree> units = new ArrayList<>();
    try {
      task.parse().forEach(units::add);
      task.analyze();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      problems.add("the compiler failed: " + e);
    }
    Analyzer analyzer =
        new Analyzer(
            new Env(Trees.instance(task), task.getTypes(), task.getElements()),
            request.options(),
            request.silenced());
    analyzer.modelErrors().forEach(error -> problems.add(error.toString()));
    for (CompilationUnitTree unit : units) {
      analyzer.announce(unit);
    }
    for (CompilationUnitTree unit : units) {
      try {
        analyzer.analyse(unit).forEach(reported -> findings.add(reported.diagnostic()));
      } catch (RuntimeException | StackOverflowError e) {
        String path = Renderer.path(unit.getSourceFile());
        if (isBroken(unit, collector)) {
          notAnalysed.add(path + ": does not compile");
        } else {
          problems.add(path + ": the analysis failed: " + describe(e));
        }
      }
    }
    notAnalysed.addAll(analyzer.notAnalysed());
    findings.sort(Comparator.naturalOrder());
    List<Analyzer.Silenced> silenced = new ArrayList<>(analyzer.silenced());
    silenced.sort(Comparator.comparing(Analyzer.Silenced::diagnostic));
    return new Result(
        findings,
        silenced,
        errors(collector),
        problems,
        List.copyOf(notAnalysed),
        analyzer.analysed());
  }

  /** Whether the compiler objects to the file, so that its trees may lack what they should have. */
  private static boolean isBroken(
      CompilationUnitTree unit, DiagnosticCollector<JavaFileObject> collector) {
    return collector.getDiagnostics().stream()
        .anyMatch(
            each ->
                each.getKind() == javax.tools.Diagnostic.Kind.ERROR
                    && unit.getSourceFile().equals(each.getSource()));
  }

  private static String describe(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static List<String> errors(DiagnosticCollector<JavaFileObject> collector) {
    List<String> result = new ArrayList<>();
    for (javax.tools.Diagnostic<? extends JavaFileObject> each : collector.getDiagnostics()) {
      if (each.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        String place =
            each.getSource() == null
                ? ""
                : Renderer.path(each.getSource())
                    + ":"
                    + each.getLineNumber()
                    + ":"
                    + column(each)
                    + ": ";
        result.add(
            place
                + "error: "
                + each.getMessage(Locale.ROOT)
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.joining("; ")));
      }
    }
    return result;
  }

  /** The compiler counts a tab as several columns; here it is one. */
  private static long column(javax.tools.Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      CharSequence text = diagnostic.getSource().getCharContent(true);
      int at = (int) diagnostic.getPosition();
      int start = text.toString().lastIndexOf('\n', Math.max(0, at - 1));
      return at - start;
    } catch (IOException | RuntimeException e) {
      return Math.max(1, diagnostic.getColumnNumber());
    }
  }
}
