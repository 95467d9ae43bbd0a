package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The trees of a body that every call evaluates, unless an exception keeps it from it: what stands
 * under no condition and behind no jump.
 */
final class SurelyRun {
  private static final Set<Tree.Kind> JUMPS =
      EnumSet.of(Tree.Kind.RETURN, Tree.Kind.THROW, Tree.Kind.BREAK, Tree.Kind.CONTINUE);

  private final Tree body;
  private Set<Tree> trees;

  SurelyRun(Tree body) {
    this.body = body;
  }

  boolean contains(Tree tree) {
    if (trees == null) {
      trees = new HashSet<>();
      new Walk().scan(body, null);
    }
    return trees.contains(tree);
  }

  /** Goes through a body in order; what may or may not run is only searched for jumps. */
  private final class Walk extends CodeScanner {
    private int maybe;
    private boolean left;

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree != null && maybe == 0 && !left) {
        trees.add(tree);
      }
      super.scan(tree, null);
      left |= tree != null && JUMPS.contains(tree.getKind());
      return null;
    }

    private Void maybe(Tree... some) {
      maybe++;
      for (Tree each : some) {
        scan(each, null);
      }
      maybe--;
      return null;
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
      scan(tree.getCondition(), null);
      return maybe(tree.getThenStatement(), tree.getElseStatement());
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
      scan(tree.getCondition(), null);
      return maybe(tree.getTrueExpression(), tree.getFalseExpression());
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      scan(tree.getLeftOperand(), null);
      boolean lazy =
          tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
      return lazy ? maybe(tree.getRightOperand()) : scan(tree.getRightOperand(), null);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
      scan(tree.getCondition(), null);
      return maybe(tree.getStatement());
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      scan(tree.getStatement(), null);
      return scan(tree.getCondition(), null);
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
      scan(tree.getInitializer(), null);
      scan(tree.getCondition(), null);
      maybe(tree.getStatement());
      maybe++;
      scan(tree.getUpdate(), null);
      maybe--;
      return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      scan(tree.getExpression(), null);
      return maybe(tree.getStatement());
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void unused) {
      scan(tree.getExpression(), null);
      return maybe(tree.getCases().toArray(new Tree[0]));
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
      scan(tree.getExpression(), null);
      return maybe(tree.getCases().toArray(new Tree[0]));
    }

    @Override
    public Void visitCatch(CatchTree tree, Void unused) {
      return maybe(tree.getBlock());
    }
  }
}
