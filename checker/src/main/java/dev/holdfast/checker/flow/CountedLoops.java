package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.LoopHeads.Form;
import dev.holdfast.checker.flow.LoopHeads.Head;
import dev.holdfast.checker.flow.LoopHeads.Limit;
import dev.holdfast.checker.path.Path;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Recognises the loops that count an index up from zero, or down to it, by one each turn. */
final class CountedLoops {
  private final Assignments body;
  private final LoopHeads heads;

  /** What a loop consists of. */
  private record Parts(
      List<? extends StatementTree> initializers,
      ExpressionTree test,
      StatementTree turn,
      List<? extends StatementTree> updates,
      Tree loop) {}

  CountedLoops(Assignments body, LoopHeads heads) {
    this.body = body;
    this.heads = heads;
  }

  /** The head of a loop over indices, upwards or downwards; null if it is none. */
  Head head(ForLoopTree loop) {
    return head(
        new Parts(
            loop.getInitializer(),
            loop.getCondition(),
            loop.getStatement(),
            loop.getUpdate(),
            loop));
  }

  /** The same, by the number that the index is at the current point. */
  Head head(WhileLoopTree loop) {
    return head(new Parts(List.of(), loop.getCondition(), loop.getStatement(), List.of(), loop));
  }

  private Head head(Parts loop) {
    if (!(Env.plain(loop.test) instanceof BinaryTree test)) {
      return null;
    }
    ExpressionTree left = test.getLeftOperand();
    ExpressionTree right = test.getRightOperand();
    Head head = head(loop, left, test.getKind(), right);
    return head != null ? head : head(loop, right, swapped(test.getKind()), left);
  }

  private static Tree.Kind swapped(Tree.Kind comparison) {
    return switch (comparison) {
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      default -> comparison;
    };
  }

  private Head head(Parts loop, ExpressionTree left, Tree.Kind comparison, ExpressionTree right) {
    ExpressionTree at = Env.plain(left);
    UnaryTree tested = at instanceof UnaryTree unary && LoopHeads.isDecrement(unary) ? unary : null;
    ExpressionTree name = tested == null ? at : Env.plain(tested.getExpression());
    VariableTree index =
        name instanceof IdentifierTree ? heads.declaration(body.element(name)) : null;
    int step = index == null ? 0 : step(loop, body.element(index));
    if (step == 0) {
      return null;
    }
    ExpressionTree start = start(loop, body.element(index), name);
    return start == null
        ? null
        : step > 0
            ? upwards(loop, index, start, comparison, right)
            : downwards(index, start, tested, comparison, right);
  }

  private Head upwards(
      Parts loop,
      VariableTree index,
      ExpressionTree start,
      Tree.Kind comparison,
      ExpressionTree end) {
    Element variable = body.element(index);
    boolean isFromZero =
        heads.isVariable(start, variable)
            ? body.st.stream().allMatch(world -> isZero(world, (VariableElement) variable))
            : LoopHeads.isNumber(start, 0);
    Limit limit =
        !isFromZero
            ? null
            : switch (comparison) {
              case LESS_THAN, NOT_EQUAL_TO -> limit(end, false);
              case LESS_THAN_EQUAL -> limit(end, true);
              default -> null;
            };
    boolean mayMove =
        limit != null
            && !limit.isSize()
            && body.effects(loop.loop).changes(body.element(limit.expression()));
    return limit == null || mayMove ? null : new Head(limit, index, Form.UP);
  }

  private boolean isZero(World world, VariableElement variable) {
    Path value = world.vars.get(body.index(variable));
    return value != null && Counting.isZero(world, body.identity.canonical(world, value));
  }

  private Head downwards(
      VariableTree index,
      ExpressionTree start,
      UnaryTree tested,
      Tree.Kind comparison,
      ExpressionTree end) {
    int above =
        switch (comparison) {
          case GREATER_THAN, NOT_EQUAL_TO -> 0;
          case GREATER_THAN_EQUAL -> -1;
          default -> 1;
        };
    boolean isAboveNone = above < 1 && LoopHeads.isNumber(end, -1 - above);
    boolean isAboveZero = above < 1 && LoopHeads.isNumber(end, -above);
    if (tested != null) {
      boolean before = tested.getKind() == Tree.Kind.PREFIX_DECREMENT;
      return before && isAboveNone || !before && isAboveZero
          ? head(limit(start, false), index, Form.DOWN)
          : null;
    }
    return isAboveNone
        ? head(limit(start, true), index, Form.DOWN)
        : isAboveZero ? head(limit(start, false), index, Form.DOWN_AHEAD) : null;
  }

  private static Head head(Limit limit, VariableTree index, Form form) {
    return limit == null ? null : new Head(limit, index, form);
  }

  private Limit limit(ExpressionTree end, boolean isLast) {
    ExpressionTree size = isLast ? LoopHeads.lessOne(end) : null;
    if (size != null) {
      return limit(size, false);
    }
    ExpressionTree container = isLast ? heads.sizedByLast(end) : heads.sized(end);
    return container != null
        ? new Limit(container, true, false)
        : body.element(Env.plain(end)) instanceof VariableElement
            ? new Limit(Env.plain(end), false, isLast)
            : null;
  }

  /** What the index is before the first turn, its name if that is as before; null if unknown. */
  private ExpressionTree start(Parts loop, Element index, ExpressionTree name) {
    ExpressionTree start = name;
    for (StatementTree each : loop.initializers) {
      if (each instanceof VariableTree variable && index.equals(body.element(variable))) {
        start = variable.getInitializer();
      } else if (each instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof AssignmentTree assignment
          && heads.isVariable(assignment.getVariable(), index)) {
        start = assignment.getExpression();
      } else if (body.effects(each).changes(index)) {
        return null;
      }
    }
    return start;
  }

  /** By how much each turn counts the variable, at one place; 0 if it may do otherwise. */
  private int step(Parts loop, Element variable) {
    Steps steps = new Steps(variable);
    steps.in(loop.test, true);
    for (StatementTree each : loop.updates) {
      steps.in(each, true);
    }
    int ofHead = steps.count;
    for (StatementTree each :
        loop.turn instanceof BlockTree block ? block.getStatements() : List.of(loop.turn)) {
      steps.in(each, each instanceof ExpressionStatementTree || each instanceof VariableTree);
    }
    boolean isSkipped = steps.count > ofHead && body.effects(loop.turn).skips();
    return steps.count == 1 && !isSkipped ? steps.step : 0;
  }

  /** Finds how code changes a variable. */
  private final class Steps extends AssignmentScanner {
    private final Element variable;
    private int count;
    private int step;

    /** What is run whenever the code is; null where it may not be run at all. */
    private SurelyRun sure;

    Steps(Element variable) {
      this.variable = variable;
    }

    /** Takes in code that each turn runs, or that some may not. */
    void in(Tree code, boolean always) {
      sure = always ? new SurelyRun(code) : null;
      scan(code, null);
    }

    @Override
    void assigned(ExpressionTree target) {
      count += heads.isVariable(target, variable) ? 1 : 0;
    }

    private void by(ExpressionTree target, int number) {
      if (heads.isVariable(target, variable) && sure != null && sure.contains(target)) {
        step += number;
      }
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      by(tree.getExpression(), Assignments.step(tree));
      return super.visitUnary(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      by(tree.getVariable(), Assignments.step(tree));
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      if (Env.plain(tree.getExpression()) instanceof BinaryTree sum
          && heads.isVariable(sum.getLeftOperand(), variable)
          && LoopHeads.isNumber(sum.getRightOperand(), 1)) {
        by(
            tree.getVariable(),
            sum.getKind() == Tree.Kind.PLUS ? 1 : sum.getKind() == Tree.Kind.MINUS ? -1 : 0);
      }
      return super.visitAssignment(tree, null);
    }
  }
}
