package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Evaluates expressions: values, conditions, accesses to fields. Calls are next door. */
abstract class Expressions extends Assignments {
  Expressions(BodyContext context) {
    super(context);
  }

  abstract void call(MethodInvocationTree tree);

  abstract void create(NewClassTree tree);

  abstract void switchExpression(SwitchExpressionTree tree);

  @Override
  void eval(ExpressionTree expression) {
    if (expression == null || st.isEmpty()) {
      return;
    }
    step();
    switch (expression.getKind()) {
      case PARENTHESIZED -> eval(((ParenthesizedTree) expression).getExpression());
      case IDENTIFIER -> identifier((IdentifierTree) expression);
      case MEMBER_SELECT -> select((MemberSelectTree) expression);
      case METHOD_INVOCATION -> call((MethodInvocationTree) expression);
      case NEW_CLASS -> create((NewClassTree) expression);
      case NEW_ARRAY -> newArray((NewArrayTree) expression);
      case ASSIGNMENT -> assignment((AssignmentTree) expression);
      case ARRAY_ACCESS -> arrayAccess((ArrayAccessTree) expression);
      case CONDITIONAL_AND, CONDITIONAL_OR -> booleanValue(condition(expression), expression);
      case LOGICAL_COMPLEMENT -> negation((UnaryTree) expression);
      case CONDITIONAL_EXPRESSION -> choice((ConditionalExpressionTree) expression);
      case INSTANCE_OF -> booleanValue(condition(expression), expression);
      case TYPE_CAST -> cast((TypeCastTree) expression);
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> callback(expression);
      case SWITCH_EXPRESSION -> switchExpression((SwitchExpressionTree) expression);
      case EQUAL_TO, NOT_EQUAL_TO -> equality((BinaryTree) expression);
      default -> other(expression);
    }
  }

  /** A number may be another one after a cast; an object stays the same. */
  private void cast(TypeCastTree tree) {
    eval(tree.getExpression());
    TypeMirror given = type(tree.getExpression());
    TypeMirror wanted = type(tree);
    if (wanted != null
        && wanted.getKind().isPrimitive()
        && given != null
        && given.getKind().isPrimitive()
        && !env.types.isSubtype(given, wanted)) {
      setVal(unknown(tree));
    }
  }

  private void choice(ConditionalExpressionTree tree) {
    if (isBoolean(tree) && isConnective(tree)) {
      booleanValue(condition(tree), tree);
    } else {
      conditional(tree);
    }
  }

  private void other(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      setVal(literal.getValue() == null ? pool.nullValue() : pool.constant(literal.getValue()));
    } else if (expression instanceof BinaryTree binary) {
      logicalOrOther(binary);
    } else if (expression instanceof UnaryTree unary) {
      unary(unary);
    } else if (expression instanceof CompoundAssignmentTree assignment) {
      compound(assignment);
    } else {
      setVal(unknown(expression));
    }
  }

  private void logicalOrOther(BinaryTree binary) {
    Tree.Kind kind = binary.getKind();
    if (kind != Tree.Kind.AND && kind != Tree.Kind.OR && kind != Tree.Kind.XOR
        || !isBoolean(binary)) {
      binary(binary);
    } else if (kind == Tree.Kind.XOR) {
      equality(binary);
    } else {
      booleanValue(condition(binary), binary);
    }
  }

  boolean isBoolean(ExpressionTree expression) {
    TypeMirror type = type(expression);
    return type != null && type.getKind() == TypeKind.BOOLEAN;
  }

  private void unary(UnaryTree tree) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          update(tree, Env.plain(tree.getExpression()), null);
      default -> {
        eval(tree.getExpression());
        Object key = tree.getKind().name();
        each(world -> world.withVal(world.val == null ? null : constantOr(key, world.val)));
        fillUnknown(tree);
      }
    }
  }

  private Path constantOr(Object operation, Path operand) {
    if (operation.equals("UNARY_MINUS")
        && operand.kind == Kind.CONST
        && operand.key instanceof Integer number) {
      return pool.constant(-number);
    }
    return pool.call(null, operation, List.of(operand), null);
  }

  private void binary(BinaryTree tree) {
    eval(tree.getLeftOperand());
    TypeMirror type = type(tree);
    int step = tree.getKind() == Tree.Kind.MINUS ? -1 : tree.getKind() == Tree.Kind.PLUS ? 1 : 0;
    if (step != 0 && Numbers.isWhole(type) && LoopHeads.isNumber(tree.getRightOperand(), 1)) {
      Path one = pool.constant(1);
      // In a loop that counts on, operations on each other would have ever longer names.
      Path latest = frames.isInLoop() && usesLocks() ? evaluation(tree, type) : null;
      count(
          step,
          type,
          left ->
              left == null || latest != null ? latest : operation(tree.getKind(), left, one, type));
      fillUnknown(tree);
      return;
    }
    push();
    eval(tree.getRightOperand());
    boolean pure = type != null && type.getKind().isPrimitive();
    boolean ordered =
        Numbers.isWhole(type(tree.getLeftOperand()))
            && Numbers.isWhole(type(tree.getRightOperand()));
    each(
        world -> {
          World next = world.copy();
          Path left = next.pop();
          next.val =
              !pure || left == null || world.val == null
                  ? null
                  : ordered
                      ? ofWhole(tree.getKind(), left, world.val, type)
                      : operation(tree.getKind(), left, world.val, type);
          return next;
        });
    fillUnknown(tree);
  }

  /** Comparisons of whole numbers go by one of them, so that a test of each tells of the others. */
  private Path ofWhole(Tree.Kind operator, Path left, Path right, TypeMirror type) {
    return switch (operator) {
      case GREATER_THAN -> operation(Tree.Kind.LESS_THAN, right, left, type);
      case LESS_THAN_EQUAL -> pool.not(operation(Tree.Kind.LESS_THAN, right, left, type));
      case GREATER_THAN_EQUAL -> pool.not(operation(Tree.Kind.LESS_THAN, left, right, type));
      default -> operation(operator, left, right, type);
    };
  }

  private Path operation(Tree.Kind operator, Path left, Path right, TypeMirror type) {
    return pool.call(null, operator.name(), List.of(left, right), type);
  }

  private void equality(BinaryTree tree) {
    eval(tree.getLeftOperand());
    push();
    eval(tree.getRightOperand());
    boolean negated = tree.getKind() != Tree.Kind.EQUAL_TO;
    each(
        world -> {
          World next = world.copy();
          Path left = next.pop();
          if (left == null || world.val == null) {
            next.val = null;
            return next;
          }
          Path equal = pool.equal(left, world.val);
          next.val = negated ? pool.not(equal) : equal;
          return next;
        });
    fillUnknown(tree);
  }

  /** The opposite of a value stays tied to it, so that a test of the one tells of the other. */
  private void negation(UnaryTree tree) {
    eval(tree.getExpression());
    each(world -> world.val == null ? world : world.withVal(pool.not(world.val)));
    fillUnknown(tree);
  }

  private void arrayAccess(ArrayAccessTree tree) {
    evalArray(tree, false);
    TypeMirror type = type(tree);
    List<World> failing = new ArrayList<>();
    for (World world : st) {
      Path index = peek(world, 0);
      Path array = peek(world, 1);
      Path element =
          array == null || index == null
              ? null
              : pool.index(
                  identity.canonical(world, array), identity.canonical(world, index), type);
      boolean seen =
          element != null && (world.facts.has(element.id) || isAmongLocked(world, element));
      if (!seen) {
        failing.add(world);
      }
    }
    if (!failing.isEmpty() && exceptionsMatter()) {
      frames.raise(failing, byOperation(), tree);
    }
    each(
        world -> {
          World next = world.copy();
          Path index = next.pop();
          Path array = next.pop();
          next.val =
              array == null || index == null
                  ? null
                  : pool.index(array, identity.canonical(world, index), type);
          return next;
        });
    fillUnknown(tree);
  }

  private void newArray(NewArrayTree tree) {
    for (ExpressionTree dimension : tree.getDimensions()) {
      eval(dimension);
    }
    List<? extends ExpressionTree> elements =
        tree.getInitializers() == null ? List.of() : tree.getInitializers();
    for (ExpressionTree element : elements) {
      eval(element);
      push();
    }
    Path value = evaluation(tree, type(tree));
    each(
        world -> {
          World next = Unshared.withNew(world.withVal(value), value);
          next.facts = world.facts.put(value.id, World.Fact.NON_NULL);
          for (int i = 0; i < elements.size(); i++) {
            Path element = next.pop();
            next = unshared.carriedBy(next, value, element);
          }
          return next;
        });
  }
}
