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
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises by their form the loops over all elements, and the tests of an index. */
final class LoopHeads {
  /** What a loop goes through, and the variable that tells the element at hand. */
  record Head(Limit limit, VariableTree variable, Form form) {
    boolean isIndex() {
      return form != Form.ELEMENT;
    }

    /** What the loop goes through; null where only an index tells how far it goes. */
    ExpressionTree container() {
      return limit.isSize ? limit.expression : null;
    }
  }

  /** What the variable of a loop is. */
  enum Form {
    /** The element at hand. */
    ELEMENT,
    /** Its index, counted up from zero. */
    UP,
    /** Its index, counted down to zero. */
    DOWN,
    /** The one after its index, counted down until the turn is at zero. */
    DOWN_AHEAD
  }

  /**
   * How far a loop goes: through the container that the expression gives, or through the elements
   * below the index that it gives, or up to the one there.
   */
  record Limit(ExpressionTree expression, boolean isSize, boolean isLast) {}

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
    return loop.getInitializer().size() == 1
            && loop.getInitializer().get(0) instanceof VariableTree index
            && isNumber(index.getInitializer(), 0)
            && loop.getUpdate().size() == 1
            && loop.getUpdate().get(0).getExpression() instanceof UnaryTree update
            && isIncrement(update)
            && isVariable(update.getExpression(), body.element(index))
            && !body.effects(loop.getStatement()).changes(body.element(index))
        ? (VariableElement) body.element(index)
        : null;
  }

  static boolean isDecrement(UnaryTree update) {
    return update.getKind() == Tree.Kind.POSTFIX_DECREMENT
        || update.getKind() == Tree.Kind.PREFIX_DECREMENT;
  }

  static boolean isIncrement(UnaryTree update) {
    return update.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || update.getKind() == Tree.Kind.PREFIX_INCREMENT;
  }

  /** The head of a loop over all elements; null if it is none. */
  Head head(EnhancedForLoopTree loop) {
    return isContainer(loop.getExpression())
        ? new Head(new Limit(loop.getExpression(), true, false), loop.getVariable(), Form.ELEMENT)
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
        ? new Head(
            new Limit(containers.values().iterator().next(), true, false),
            head.variable(),
            head.form())
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
      case LESS_THAN -> endOf(right, left, false);
      case GREATER_THAN -> endOf(left, right, false);
      case GREATER_THAN_EQUAL -> endOf(right, left, true);
      case LESS_THAN_EQUAL -> endOf(left, right, true);
      case EQUAL_TO -> endOfEither(left, right, true);
      case NOT_EQUAL_TO -> endOfEither(left, right, false);
      default -> null;
    };
  }

  /** What tells of the end where a size is more than an index, or one less than that is less. */
  private End endOf(ExpressionTree more, ExpressionTree less, boolean outcome) {
    End end = end(more, less, outcome);
    ExpressionTree container = end != null ? null : sizedByLast(less);
    return container == null ? end : new End(container, more, !outcome);
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
  ExpressionTree sized(ExpressionTree size) {
    ExpressionTree at = Env.plain(size);
    return at instanceof IdentifierTree ? sizedByLocal(at, this::sized) : sizeOf(at);
  }

  /** The same by a local that has what was found for its initializer for good; or null. */
  private ExpressionTree sizedByLocal(
      ExpressionTree name, Function<ExpressionTree, ExpressionTree> find) {
    VariableTree local = declaration(body.element(name));
    ExpressionTree container =
        local == null || local.getInitializer() == null ? null : find.apply(local.getInitializer());
    return container != null
            && !body.effects(member).changes(body.element(local))
            && isUnchanged(container)
        ? container
        : null;
  }

  /** The container whose last index an expression is, as its size less one; or null. */
  ExpressionTree sizedByLast(ExpressionTree last) {
    ExpressionTree at = Env.plain(last);
    if (at instanceof IdentifierTree) {
      return sizedByLocal(at, this::sizedByLast);
    }
    ExpressionTree size = lessOne(at);
    return size == null ? null : sized(size);
  }

  /** What a difference is one less than; null if it is none. */
  static ExpressionTree lessOne(ExpressionTree difference) {
    return Env.plain(difference) instanceof BinaryTree minus
            && minus.getKind() == Tree.Kind.MINUS
            && isNumber(minus.getRightOperand(), 1)
        ? minus.getLeftOperand()
        : null;
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

  boolean isVariable(ExpressionTree expression, Element variable) {
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
  VariableTree declaration(Element local) {
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
