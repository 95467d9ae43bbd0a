package dev.holdfast.annotations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java text in memory and collects what the compiler says. */
final class Compilation {

  private static final String PREAMBLE =
      String.join(
          " ",
          "import dev.holdfast.annotations.*;",
          "import dev.holdfast.annotations.region.*;",
          "import java.lang.annotation.*;",
          "import java.util.*;",
          "import java.util.concurrent.locks.*;\n");

  private Compilation() {}

  /** Compiles one unit to which the usual imports are added; returns the errors. */
  static List<String> errorsOf(String code, Path classOutput) {
    return errors(
        List.of("-proc:none", "-d", classOutput.toString()), List.of(new Text(PREAMBLE + code)));
  }

  /** Checks the Javadoc of the given files; returns errors and warnings. */
  static List<String> javadocProblemsOf(List<Path> files, Path classOutput) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      List<String> options =
          List.of(
              "-proc:none",
              "-Xdoclint:all",
              "-Xdoclint/package:dev.holdfast.annotations,dev.holdfast.annotations.region",
              "-d",
              classOutput.toString());
      compiler
          .getTask(
              null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
      return diagnostics.getDiagnostics().stream()
          // An element of an annotation needs no @return.
          .filter(diagnostic -> !diagnostic.getMessage(Locale.ROOT).equals("no @return"))
          .map(Compilation::describe)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> errors(List<String> options, List<JavaFileObject> units) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    compiler.getTask(null, null, diagnostics, options, null, units).call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Compilation::describe)
        .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return place + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String code;

    private Text(String code) {
      super(URI.create("string:///Example.java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
