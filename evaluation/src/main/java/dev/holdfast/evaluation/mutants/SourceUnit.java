package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.compile.CommonOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A source file with its attributed tree.
 *
 * @param file where it is
 * @param text its contents
 * @param tree its tree
 * @param trees links trees and elements
 * @param types relations of types
 * @param elements members of types
 */
public record SourceUnit(
    Path file, String text, CompilationUnitTree tree, Trees trees, Types types, Elements elements) {

  /** Reads and attributes one file against a class path. */
  public static SourceUnit read(Path file, List<Path> classPath) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> ignored = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(ignored, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(CommonOptions.forClassPath(classPath));
      options.add("-proc:none");
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  Writer.nullWriter(),
                  files,
                  ignored,
                  options,
                  null,
                  files.getJavaFileObjects(file));
      CompilationUnitTree tree = task.parse().iterator().next();
      task.analyze();
      String text = tree.getSourceFile().getCharContent(true).toString();
      return new SourceUnit(
          file, text, tree, Trees.instance(task), task.getTypes(), task.getElements());
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
  }

  int start(Tree node) {
    return (int) positions().getStartPosition(tree, node);
  }

  int end(Tree node) {
    return (int) positions().getEndPosition(tree, node);
  }

  int line(int offset) {
    return (int) tree.getLineMap().getLineNumber(offset);
  }

  String source(Tree node) {
    return text.substring(start(node), end(node));
  }

  /** The element that a name or declaration stands for, or null. */
  Element element(TreePath path) {
    return trees.getElement(path);
  }

  private SourcePositions positions() {
    return trees.getSourcePositions();
  }
}
