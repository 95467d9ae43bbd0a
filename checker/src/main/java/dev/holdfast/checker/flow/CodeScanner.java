package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;

/**
 * Visits what runs when code does, without the bodies that it merely makes, to run later if at all.
 */
abstract class CodeScanner extends AssignmentScanner {
  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }
}
