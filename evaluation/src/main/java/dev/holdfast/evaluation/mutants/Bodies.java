package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;

/** Finds the piece of code that runs as one: a method, a lambda, or an initialiser. */
final class Bodies {
  private Bodies() {}

  /** The innermost body around a place, or the compilation unit where there is none. */
  static TreePath around(TreePath path) {
    TreePath at = path;
    while (at.getParentPath() != null && !isBody(at)) {
      at = at.getParentPath();
    }
    return at;
  }

  /** Whether code of a body runs while the object it belongs to is being made. */
  static boolean constructs(Tree body) {
    return body instanceof MethodTree method
        ? method.getReturnType() == null
        : !(body instanceof LambdaExpressionTree);
  }

  private static boolean isBody(TreePath path) {
    Tree leaf = path.getLeaf();
    return leaf instanceof MethodTree
        || leaf instanceof LambdaExpressionTree
        || ((leaf instanceof BlockTree || leaf instanceof VariableTree)
            && path.getParentPath().getLeaf() instanceof ClassTree);
  }
}
