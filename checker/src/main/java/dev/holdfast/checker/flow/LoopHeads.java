package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises by their form the loops over all elements or indices, and the tests of an index. */
final class LoopHeads {
  /**
   * What a loop goes through, and the variable that tells the element at hand; in place of the
   * container, the index that it stays below where that is not a size.
   */
  record Head(
      ExpressionTree container, ExpressionTree bound, VariableTree variable, boolean isIndex) {
    /** What is evaluated before the loop. */
    ExpressionTree limit() {
      return container == null ? bound : container;
    }
  }

  /** The index that has reached the end of a container if a test has that outcome. */
  record End(ExpressionTree container, ExpressionTree index, boolean outcome) {}

  private final Assignments body;
  private final Tree member;

  /** {@code member} is the body that the loops are in. */
  LoopHeads(Assignments body, Tree member) {
    this.body = body;
    this.member = member;
  }

  /** The local that counts the turns of a loop that takes locks; null if there is none. */
  VariableElement counter(StatementTree turn) {
    VariableElement counter = null;
    if (turn instanceof BlockTree block) {
      for (StatementTree each : block.getStatements()) {
        VariableElement counted = incremented(each);
        counter = counted != null && body.effects(turn).changesOnce(counted) ? counted : counter;
      }
    }
    return counter != null && body.effects(turn).acquires() && !body.effects(turn).skips()
        ? counter
        : null;
  }

  /** The local that a statement does nothing but increment; null if it does not. */
  private VariableElement incremented(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof UnaryTree unary
            && isIncrement(unary)
            && body.element(Env.plain(unary.getExpression())) instanceof VariableElement variable
            && !variable.getKind().isField()
        ? variable
        : null;
  }

  /** The index that a loop counts up from zero, turn by turn; null if there is none. */
  VariableElement indexFromZero(ForLoopTree loop) {
    VariableTree index = loop.getInitializer().size() == 1 ? index(loop) : null;
    return index != null
            && isNumber(index.getInitializer(), 0)
            && isIncrement((UnaryTree) loop.getUpdate().get(0).getExpression())
        ? (VariableElement) body.element(index)
        : null;
  }

  /** The index that a loop counts by one, and that its turns leave alone; null if there is none. */
  private VariableTree index(ForLoopTree loop) {
    VariableTree index = first(loop);
    return index != null
            && loop.getUpdate().size() == 1
            && loop.getUpdate().get(0).getExpression() instanceof UnaryTree update
            && (isIncrement(update) || isDecrement(update))
            && isVariable(update.getExpression(), body.element(index))
        ? index
        : null;
  }

  /** The index that a loop counts down as it tests it; null if there is none. */
  private VariableTree indexTested(ForLoopTree loop, BinaryTree condition) {
    VariableTree index = first(loop);
    return index != null
            && loop.getUpdate().isEmpty()
            && Env.plain(condition.getLeftOperand()) instanceof UnaryTree update
            && isDecrement(update)
            && isVariable(update.getExpression(), body.element(index))
            && isOfFirst(condition, update.getKind() == Tree.Kind.PREFIX_DECREMENT ? 0 : 1)
        ? index
        : null;
  }

  /**
   * The variable that a loop begins with, and that its turns leave alone; null if there is none.
   */
  private VariableTree first(ForLoopTree loop) {
    return !loop.getInitializer().isEmpty()
            && loop.getInitializer().get(0) instanceof VariableTree index
            && index.getInitializer() != null
            && !body.effects(loop.getStatement()).changes(body.element(index))
        ? index
        : null;
  }

  /** Whether a comparison asks whether its left side is that number or more. */
  private static boolean isOfFirst(BinaryTree condition, int number) {
    return switch (condition.getKind()) {
      case GREATER_THAN_EQUAL -> isNumber(condition.getRightOperand(), number);
      case GREATER_THAN -> isNumber(condition.getRightOperand(), number - 1);
      default -> false;
    };
  }

  private static boolean isDecrement(UnaryTree update) {
    return update.getKind() == Tree.Kind.POSTFIX_DECREMENT
        || update.getKind() == Tree.Kind.PREFIX_DECREMENT;
  }

  private static boolean isIncrement(UnaryTree update) {
    return update.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || update.getKind() == Tree.Kind.PREFIX_INCREMENT;
  }

  /** The head of a loop over all elements; null if it is none. */
  Head head(EnhancedForLoopTree loop) {
    return isContainer(loop.getExpression())
        ? new Head(loop.getExpression(), null, loop.getVariable(), false)
        : null;
  }

  /** The head of a loop over all indices, upwards or downwards; null if it is none. */
  Head head(ForLoopTree loop) {
    if (!(Env.plain(loop.getCondition()) instanceof BinaryTree condition)) {
      return null;
    }
    VariableTree tested = indexTested(loop, condition);
    VariableTree index = tested != null ? tested : index(loop);
    if (index == null) {
      return null;
    }
    ExpressionTree size =
        tested != null
            ? tested.getInitializer()
            : isIncrement((UnaryTree) loop.getUpdate().get(0).getExpression())
                ? upwards(index, condition)
                : downwards(index, condition);
    if (size == null) {
      return null;
    }
    ExpressionTree container = sized(size);
    return container != null
        ? new Head(container, null, index, true)
        : body.element(Env.plain(size)) instanceof VariableElement bound
                && !body.effects(loop).changes(bound)
            ? new Head(null, Env.plain(size), index, true)
            : null;
  }

  /**
   * The same with the container in place of the bound, if the turns look up elements of one alone
   * by the index; else null.
   */
  Head through(Head head, StatementTree turn) {
    Element index = body.element(head.variable());
    Map<String, ExpressionTree> containers = new HashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
        lookUp(tree.getExpression(), tree.getIndex());
        return super.visitArrayAccess(tree, null);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("get")
            && tree.getArguments().size() == 1
            && isContainer(select.getExpression())) {
          lookUp(select.getExpression(), tree.getArguments().get(0));
        }
        return super.visitMethodInvocation(tree, null);
      }

      private void lookUp(ExpressionTree container, ExpressionTree at) {
        if (isVariable(at, index)) {
          containers.put(Env.plain(container).toString(), Env.plain(container));
        }
      }
    }.scan(turn, null);
    return containers.size() == 1
        ? new Head(containers.values().iterator().next(), null, head.variable(), true)
        : null;
  }

  /** What the index stays below, where it starts at the first element. */
  private ExpressionTree upwards(VariableTree index, BinaryTree condition) {
    if (!isNumber(index.getInitializer(), 0)) {
      return null;
    }
    Element variable = body.element(index);
    return switch (condition.getKind()) {
      case LESS_THAN, NOT_EQUAL_TO ->
          isVariable(condition.getLeftOperand(), variable) ? condition.getRightOperand() : null;
      case GREATER_THAN ->
          isVariable(condition.getRightOperand(), variable) ? condition.getLeftOperand() : null;
      default -> null;
    };
  }

  /** What the index starts below, where it ends at the first element. */
  private ExpressionTree downwards(VariableTree index, BinaryTree condition) {
    return isVariable(condition.getLeftOperand(), body.element(index))
            && isOfFirst(condition, 0)
            && Env.plain(index.getInitializer()) instanceof BinaryTree start
            && start.getKind() == Tree.Kind.MINUS
            && isNumber(start.getRightOperand(), 1)
        ? start.getLeftOperand()
        : null;
  }

  /** What a test asks of an index, if it is whether it has reached the end; else null. */
  End end(ExpressionTree test) {
    if (!(Env.plain(test) instanceof BinaryTree comparison)) {
      return null;
    }
    ExpressionTree left = Env.plain(comparison.getLeftOperand());
    ExpressionTree right = Env.plain(comparison.getRightOperand());
    return switch (comparison.getKind()) {
      case LESS_THAN -> end(right, left, false);
      case GREATER_THAN -> end(left, right, false);
      case GREATER_THAN_EQUAL -> end(right, left, true);
      case LESS_THAN_EQUAL -> end(left, right, true);
      case EQUAL_TO -> endOfEither(left, right, true);
      case NOT_EQUAL_TO -> endOfEither(left, right, false);
      default -> null;
    };
  }

  private End endOfEither(ExpressionTree one, ExpressionTree other, boolean outcome) {
    End end = end(one, other, outcome);
    return end != null ? end : end(other, one, outcome);
  }

  private End end(ExpressionTree size, ExpressionTree index, boolean outcome) {
    ExpressionTree container = sized(size);
    return container == null ? null : new End(container, index, outcome);
  }

  /** The container whose size an expression is, directly or as a local that has one; or null. */
  private ExpressionTree sized(ExpressionTree size) {
    ExpressionTree at = Env.plain(size);
    if (at instanceof IdentifierTree) {
      VariableTree local = declaration(body.element(at));
      ExpressionTree container =
          local == null || local.getInitializer() == null ? null : sized(local.getInitializer());
      return container != null
              && !body.effects(member).changes(body.element(local))
              && isUnchanged(container)
          ? container
          : null;
    }
    return sizeOf(at);
  }

  /** Whether the body assigns no variable that the name goes through. */
  private boolean isUnchanged(ExpressionTree name) {
    for (ExpressionTree at = Env.plain(name); at != null; ) {
      if (body.effects(member).changes(body.element(at))) {
        return false;
      }
      at = at instanceof MemberSelectTree select ? Env.plain(select.getExpression()) : null;
    }
    return true;
  }

  private ExpressionTree sizeOf(ExpressionTree size) {
    Tree named = size instanceof MethodInvocationTree call ? call.getMethodSelect() : size;
    if (!(named instanceof MemberSelectTree select)) {
      return null;
    }
    String name = named == size ? "length" : "size";
    boolean array = isArray(select.getExpression());
    return select.getIdentifier().contentEquals(name)
            && array == (named == size)
            && isContainer(select.getExpression())
        ? select.getExpression()
        : null;
  }

  private boolean isArray(ExpressionTree expression) {
    TypeMirror type = body.type(expression);
    return type != null && type.getKind() == TypeKind.ARRAY;
  }

  private boolean isContainer(ExpressionTree expression) {
    return isArray(expression) || body.env.isA(body.type(expression), "java.util.Collection");
  }

  private boolean isVariable(ExpressionTree expression, Element variable) {
    return Env.plain(expression) instanceof IdentifierTree name
        && Objects.equals(body.element(name), variable);
  }

  static boolean isNumber(ExpressionTree expression, int number) {
    ExpressionTree at = Env.plain(expression);
    if (at instanceof UnaryTree negative && negative.getKind() == Tree.Kind.UNARY_MINUS) {
      return isNumber(negative.getExpression(), -number);
    }
    return at instanceof LiteralTree literal && Objects.equals(literal.getValue(), number);
  }

  /** Where a local is declared; null where it is none, or a parameter. */
  private VariableTree declaration(Element local) {
    VariableTree[] found = {null};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        if (Objects.equals(body.element(tree), local)) {
          found[0] = tree;
        }
        return super.visitVariable(tree, null);
      }
    }.scan(member, null);
    return found[0];
  }
}
