package dev.holdfast.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Finds declarations in files whose trees are gone: the compiler lets go of a class once it is
 * translated. The file is parsed again, by a compiler of its own, whose names are never those of
 * this one; one file is kept.
 */
final class ParsedDeclarations {
  private JavaFileObject file;
  private CompilationUnitTree unit;
  private SourcePositions positions;

  /** A declaration in a file that was parsed again. */
  record Found(CompilationUnitTree unit, Tree tree, SourcePositions positions) {}

  /** The declaration of an element that is in that file; null where it cannot be found. */
  Found find(JavaFileObject in, Element element) {
    if (in != file) {
      file = in;
      unit = null;
      parse();
    }
    Tree tree = unit == null ? null : declaration(element);
    return tree == null ? null : new Found(unit, tree, positions);
  }

  private void parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return;
    }
    DiagnosticCollector<JavaFileObject> silent = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(silent, null, null)) {
      /* else plugins on the class path would start by themselves */
      files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(), files, silent, List.of("-proc:none"), null, List.of(file));
      for (CompilationUnitTree each : task.parse()) {
        unit = each;
        positions = Trees.instance(task).getSourcePositions();
      }
    } catch (IOException | RuntimeException e) {
      /* it is gone by now, or no file that another compiler can read: the place stays unknown */
      unit = null;
    }
  }

  private Tree declaration(Element element) {
    if (element instanceof TypeElement type) {
      return type(type);
    }
    Element parent = element.getEnclosingElement();
    if (element.getKind() == ElementKind.PARAMETER && parent instanceof ExecutableElement method) {
      return declaration(method) instanceof MethodTree tree
          ? tree.getParameters().get(method.getParameters().indexOf(element))
          : null;
    }
    ClassTree type = parent instanceof TypeElement owner ? type(owner) : null;
    Tree found = null;
    for (Tree each : type == null ? List.<Tree>of() : type.getMembers()) {
      boolean isIt =
          element instanceof ExecutableElement method
              ? each instanceof MethodTree tree && isSource(tree, method)
              : each instanceof VariableTree field
                  && field.getName().contentEquals(element.getSimpleName());
      if (isIt && found != null) {
        return null;
      }
      found = isIt ? each : found;
    }
    return found;
  }

  private ClassTree type(TypeElement type) {
    Element outer = type.getEnclosingElement();
    ClassTree around = outer instanceof TypeElement parent ? type(parent) : null;
    List<? extends Tree> trees =
        outer.getKind() == ElementKind.PACKAGE
            ? unit.getTypeDecls()
            : around == null ? List.of() : around.getMembers();
    for (Tree each : trees) {
      if (each instanceof ClassTree tree
          && tree.getSimpleName().contentEquals(type.getSimpleName())) {
        return tree;
      }
    }
    return null;
  }

  /** Whether the tree has the method's name and parameters, whose types go by their last names. */
  private static boolean isSource(MethodTree tree, ExecutableElement method) {
    int count = method.getParameters().size();
    if (!tree.getName().contentEquals(method.getSimpleName())
        || tree.getParameters().size() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      String written = lastName(tree.getParameters().get(i).getType().toString());
      if (!written.equals(lastName(method.getParameters().get(i).asType().toString()))) {
        return false;
      }
    }
    return true;
  }

  private static String lastName(String type) {
    String plain = type.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*|<.*>|\\s", "").replace("...", "[]");
    return plain.substring(plain.lastIndexOf('.') + 1);
  }
}
