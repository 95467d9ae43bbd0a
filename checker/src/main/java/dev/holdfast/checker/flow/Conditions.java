package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Evaluates conditions: the worlds in which they are true, and those in which they are false. */
abstract class Conditions extends Escapes {
  /** The worlds in which a condition is true, and those in which it is false. */
  record Outcomes(List<World> whenTrue, List<World> whenFalse) {}

  /** Whether the value at hand was chosen among known objects. */
  boolean chosen;

  Conditions(BodyContext context) {
    super(context);
  }

  abstract void bindPattern(Tree pattern);

  /** Evaluates a condition; nothing is left at the current point. */
  Outcomes condition(ExpressionTree expression) {
    ExpressionTree plain = plain(expression);
    step();
    switch (plain.getKind()) {
      case LOGICAL_COMPLEMENT:
        Outcomes inner = condition(((UnaryTree) plain).getExpression());
        return new Outcomes(inner.whenFalse, inner.whenTrue);
      case CONDITIONAL_AND:
        return and((BinaryTree) plain);
      case CONDITIONAL_OR:
        return or((BinaryTree) plain);
      case AND:
      case OR:
        BinaryTree binary = (BinaryTree) plain;
        return both(
            binary.getLeftOperand(),
            binary.getRightOperand(),
            plain.getKind() == Tree.Kind.AND,
            plain);
      case CONDITIONAL_EXPRESSION:
        return choice((ConditionalExpressionTree) plain);
      case INSTANCE_OF:
        return instanceOf((InstanceOfTree) plain);
      default:
        eval(plain);
        accesses.useRacy();
        List<World> all = st;
        st = new ArrayList<>();
        return new Outcomes(
            merge.normalise(assume(all, When.TRUE), plain),
            merge.normalise(assume(all, When.FALSE), plain));
    }
  }

  private Outcomes and(BinaryTree tree) {
    Outcomes left = condition(tree.getLeftOperand());
    st = left.whenTrue;
    Outcomes right = condition(tree.getRightOperand());
    st = new ArrayList<>();
    return new Outcomes(
        right.whenTrue, merge.join(unvalued(left.whenFalse), unvalued(right.whenFalse), tree));
  }

  private Outcomes or(BinaryTree tree) {
    Outcomes left = condition(tree.getLeftOperand());
    st = left.whenFalse;
    Outcomes right = condition(tree.getRightOperand());
    st = new ArrayList<>();
    return new Outcomes(
        merge.join(unvalued(left.whenTrue), unvalued(right.whenTrue), tree), right.whenFalse);
  }

  /** {@code &} and {@code |} of conditions: both sides are evaluated in any case. */
  Outcomes both(ExpressionTree first, ExpressionTree second, boolean conjunction, Tree tree) {
    Outcomes left = condition(first);
    st = left.whenTrue;
    Outcomes afterTrue = condition(second);
    st = left.whenFalse;
    Outcomes afterFalse = condition(second);
    st = new ArrayList<>();
    List<World> mixed =
        merge.join(unvalued(afterTrue.whenFalse), unvalued(afterFalse.whenTrue), tree);
    return conjunction
        ? new Outcomes(afterTrue.whenTrue, merge.join(mixed, unvalued(afterFalse.whenFalse), tree))
        : new Outcomes(merge.join(mixed, unvalued(afterTrue.whenTrue), tree), afterFalse.whenFalse);
  }

  private Outcomes choice(ConditionalExpressionTree tree) {
    Outcomes chosen = condition(tree.getCondition());
    st = chosen.whenTrue;
    Outcomes first = condition(tree.getTrueExpression());
    st = chosen.whenFalse;
    Outcomes second = condition(tree.getFalseExpression());
    st = new ArrayList<>();
    return new Outcomes(
        merge.join(unvalued(first.whenTrue), unvalued(second.whenTrue), tree),
        merge.join(unvalued(first.whenFalse), unvalued(second.whenFalse), tree.getCondition()));
  }

  private static List<World> unvalued(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(null));
    }
    return result;
  }

  private Outcomes instanceOf(InstanceOfTree tree) {
    eval(tree.getExpression());
    Tree pattern = tree.getPattern();
    String type = String.valueOf(tree.getType() != null ? tree.getType() : pattern);
    push();
    TypeMirror target =
        tree.getType() != null
            ? type(tree.getType())
            : pattern instanceof BindingPatternTree binding ? type(binding.getVariable()) : null;
    TypeMirror source = type(tree.getExpression());
    each(
        world ->
            world.withVal(
                world.val == null
                    ? null
                    : isSurely(world.val.type, target) || isSurely(source, target)
                        ? pool.equal(pool.equal(world.val, pool.nullValue()), pool.constant(false))
                        : pool.instanceOf(world.val, type)));
    fillUnknown(tree);
    List<World> all = st;
    st = assume(all, When.TRUE);
    each(
        world -> {
          World next = world.copy();
          next.val = next.pop();
          return next;
        });
    if (pattern != null) {
      bindPattern(pattern);
    }
    List<World> matched = st;
    st = assume(all, When.FALSE);
    drop(1);
    List<World> unmatched = st;
    st = new ArrayList<>();
    return new Outcomes(matched, unmatched);
  }

  /** Whether only null can fail the test. */
  private boolean isSurely(TypeMirror type, TypeMirror target) {
    return type != null
        && target != null
        && env.types.isSubtype(env.types.erasure(type), env.types.erasure(target));
  }

  void booleanValue(Outcomes outcomes, ExpressionTree expression) {
    st = new ArrayList<>();
    List<World> whenTrue = constants(outcomes.whenTrue, true);
    List<World> whenFalse = constants(outcomes.whenFalse, false);
    st = merge.join(whenTrue, whenFalse, expression);
    fillUnknown(expression);
  }

  List<World> constants(List<World> worlds, boolean value) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(pool.constant(value)));
    }
    return result;
  }

  void conditional(ConditionalExpressionTree tree) {
    Outcomes outcomes = condition(tree.getCondition());
    st = outcomes.whenTrue;
    eval(tree.getTrueExpression());
    List<World> first = st;
    st = outcomes.whenFalse;
    eval(tree.getFalseExpression());
    if (isChoiceOfObjects(first, st)) {
      st = new ArrayList<>(st);
      st.addAll(0, first);
      chosen = true;
    } else {
      st = merge.join(first, st, tree);
    }
    fillUnknown(tree);
  }

  /** Which of two known objects it is may matter for every lock of theirs. */
  private static boolean isChoiceOfObjects(List<World> first, List<World> second) {
    return !first.isEmpty()
        && !second.isEmpty()
        && isKnownObject(first.get(0).val)
        && isKnownObject(second.get(0).val);
  }

  static boolean isKnownObject(Path value) {
    if (value == null) {
      return false;
    }
    return switch (value.kind) {
      case PARAM, LOCAL, FIELD, THIS, LAMBDA, READ_VIEW, WRITE_VIEW ->
          value.type == null || !value.type.getKind().isPrimitive();
      default -> false;
    };
  }

  void fillUnknown(ExpressionTree tree) {
    if (st.stream().anyMatch(w -> w.val == null)) {
      Path unknown = unknown(tree);
      each(world -> world.val == null ? world.withVal(unknown) : world);
    }
  }

  /** A value of which nothing is known but that it is this evaluation's. */
  Path unknown(ExpressionTree expression) {
    return evaluation(expression, type(expression));
  }
}
