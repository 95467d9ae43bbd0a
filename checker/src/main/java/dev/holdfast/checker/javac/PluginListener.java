package dev.holdfast.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.message.JsonLines;
import dev.holdfast.checker.model.ModelError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Follows one compilation. Files are announced as they are entered, a class is analysed as soon as
 * it is attributed: by default the compiler translates it directly afterwards, and its tree is no
 * longer Java. Whatever fails here is told once, and never keeps the compiler from its work.
 */
final class PluginListener implements TaskListener {
  private final JavacTask task;
  private final Options options;
  private SourcePositions positions;
  private final Set<CompilationUnitTree> entered = new LinkedHashSet<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private String complaint;
  private Trees trees;
  private Analyzer analyzer;
  private PluginReporter reporter;
  private int notAnalysed;

  /** With what is wrong with the options, or null. */
  PluginListener(JavacTask task, Options options, String complaint) {
    this.task = task;
    this.options = options;
    this.complaint = complaint;
  }

  /** Has another one than the compiler say where trees are. */
  void locateBy(SourcePositions others) {
    positions = others;
  }

  /** Whether it has something to do even where nothing is compiled. */
  boolean writesReport() {
    return options.report() != null;
  }

  @Override
  public void finished(TaskEvent event) {
    try {
      switch (event.getKind()) {
        case ENTER -> entered(event.getCompilationUnit());
        case ANALYZE -> attributed(event.getCompilationUnit(), event.getTypeElement());
        case COMPILATION -> ended();
        default -> {}
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      failed(event.getCompilationUnit(), e);
    }
  }

  private void entered(CompilationUnitTree unit) {
    if (unit == null) {
      return;
    }
    if (analyzer == null) {
      entered.add(unit);
    } else {
      analyzer.announce(unit);
    }
  }

  private void attributed(CompilationUnitTree unit, TypeElement type) {
    if (unit == null || type == null) {
      return;
    }
    start(unit);
    ClassTree tree = tree(unit, type);
    List<Analyzer.Reported> all =
        tree == null ? analyzer.analyseHead(unit) : analyzer.analyse(unit, tree);
    for (Analyzer.Reported reported : all) {
      findings.add(reported.diagnostic());
      reporter.report(reported);
    }
    List<String> given = analyzer.notAnalysed();
    for (; notAnalysed < given.size(); notAnalysed++) {
      reporter.print(Kind.MANDATORY_WARNING, "not analysed: " + given.get(notAnalysed), tree, unit);
    }
  }

  /** Only now, as annotation processors may have entered everything several times before. */
  private void start(CompilationUnitTree unit) {
    if (analyzer != null) {
      return;
    }
    trees = Trees.instance(task);
    reporter = new PluginReporter(trees);
    analyzer = new Analyzer(env(), options);
    entered.forEach(analyzer::announce);
    /* the compiler lets go of each file once it is done with it */
    entered.clear();
    if (complaint != null) {
      reporter.print(Kind.ERROR, complaint, unit, unit);
      complaint = null;
    }
    for (ModelError error : analyzer.modelErrors()) {
      reporter.print(Kind.ERROR, error.toString(), unit, unit);
    }
  }

  private Env env() {
    return positions == null
        ? new Env(trees, task.getTypes(), task.getElements())
        : new Env(trees, positions, task.getTypes(), task.getElements());
  }

  private ClassTree tree(CompilationUnitTree unit, TypeElement type) {
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree found
          && type.equals(trees.getElement(new TreePath(new TreePath(unit), tree)))) {
        return found;
      }
    }
    /* the class of a package or a module declaration */
    return null;
  }

  private void ended() {
    Path report = options.report();
    if (report == null) {
      return;
    }
    try {
      if (report.toAbsolutePath().getParent() != null) {
        Files.createDirectories(report.toAbsolutePath().getParent());
      }
      Files.writeString(report, JsonLines.of(findings), StandardCharsets.UTF_8);
    } catch (IOException e) {
      complain("the report '" + report + "' cannot be written: " + e);
    }
  }

  private void failed(CompilationUnitTree unit, Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    String what = unit == null ? "" : " of " + Renderer.path(unit.getSourceFile());
    String message = "internal error, the analysis" + what + " is incomplete: " + e + where;
    if (unit == null) {
      complain(message);
    } else {
      new PluginReporter(Trees.instance(task)).print(Kind.WARNING, message, unit, unit);
    }
  }

  /** Without a file to speak of the compiler has no message for us. */
  private static void complain(String message) {
    System.err.println("warning: [Holdfast] " + message);
  }
}
