package dev.holdfast.checker.rule;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Finds the source of an annotation, one of several of a repeatable kind included. */
public final class AnnotationTrees {
  private AnnotationTrees() {}

  /** The tree of an annotation of an element, or null where there is no source. */
  public static Tree find(Env env, Element element, AnnotationMirror annotation) {
    TreePath path = env.trees.getPath(element);
    if (path == null) {
      return null;
    }
    Tree found = find(path.getLeaf(), element, annotation);
    if (found != null) {
      return found;
    }
    TreePath whole = env.trees.getPath(element, annotation);
    return whole == null ? null : whole.getLeaf();
  }

  /** The tree of an annotation of an element in its declaration; null where it is not there. */
  public static Tree find(Tree declaration, Element element, AnnotationMirror annotation) {
    String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
    int index = indexAmongSame(element, annotation, name);
    int seen = 0;
    for (AnnotationTree tree : annotations(declaration)) {
      String text = tree.getAnnotationType().toString();
      if (text.substring(text.lastIndexOf('.') + 1).equals(name)) {
        if (seen == index) {
          return tree;
        }
        seen++;
      }
    }
    return null;
  }

  private static int indexAmongSame(Element element, AnnotationMirror annotation, String name) {
    List<AnnotationMirror> all = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals(name)) {
        all.add(mirror);
      }
      for (AnnotationValue value : mirror.getElementValues().values()) {
        if (value.getValue() instanceof List<?> list) {
          for (Object each : list) {
            if (each instanceof AnnotationValue item
                && item.getValue() instanceof AnnotationMirror inner) {
              all.add(inner);
            }
          }
        }
      }
    }
    return Math.max(0, all.indexOf(annotation));
  }

  private static List<? extends AnnotationTree> annotations(Tree tree) {
    if (tree instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    }
    if (tree instanceof MethodTree method) {
      return method.getModifiers().getAnnotations();
    }
    if (tree instanceof PackageTree declaration) {
      return declaration.getAnnotations();
    }
    if (tree instanceof ModuleTree declaration) {
      return declaration.getAnnotations();
    }
    if (tree instanceof TypeParameterTree parameter) {
      return parameter.getAnnotations();
    }
    return tree instanceof VariableTree variable
        ? variable.getModifiers().getAnnotations()
        : List.of();
  }
}
