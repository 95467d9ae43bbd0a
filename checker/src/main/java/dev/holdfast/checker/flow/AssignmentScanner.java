package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;

/** Visits what code assigns, in whatever form. */
abstract class AssignmentScanner extends TreeScanner<Void, Void> {
  /** Called for what an assignment, a compound one, an increment or a decrement changes. */
  void assigned(ExpressionTree target) {
    /* for those that ask */
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    assigned(tree.getVariable());
    return super.visitAssignment(tree, unused);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    assigned(tree.getVariable());
    return super.visitCompoundAssignment(tree, unused);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assigned(tree.getExpression());
      default -> {
        /* no assignment */
      }
    }
    return super.visitUnary(tree, unused);
  }
}
