package dev.holdfast.checker.rule;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Env;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Where something stands in source.
 *
 * @param unit the file
 * @param tree the tree that it is about
 * @param part which part of the tree
 */
public record Place(CompilationUnitTree unit, Tree tree, Part part) {
  /** A part of a tree. */
  public enum Part {
    /** All of it. */
    WHOLE,
    /** The closing brace of a block. */
    END,
    /** The name of a declaration. */
    NAME
  }

  /**
   * A declaration's place: at the annotation where that stands in the file, else at the name.
   *
   * @param annotation what it is about, or null
   */
  public static Place ofDeclaration(
      Env env, CompilationUnitTree unit, Element element, AnnotationMirror annotation) {
    TreePath path = env.trees.getPath(element);
    if (annotation != null && path != null && path.getCompilationUnit() == unit) {
      Tree tree = AnnotationTrees.find(env, element, annotation);
      if (tree != null) {
        return new Place(unit, tree, Part.WHOLE);
      }
    }
    return new Place(unit, path == null ? unit : path.getLeaf(), Part.NAME);
  }
}
