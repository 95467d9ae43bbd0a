package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;

/** Evaluates conditions: the worlds in which they are true, and those in which they are false. */
abstract class Conditions extends Escapes {
  /**
   * The worlds in which a condition is true, and those in which it is false; its value, where it is
   * known and the same in all of them, else null.
   */
  record Outcomes(List<World> whenTrue, List<World> whenFalse, Path value) {
    Outcomes(List<World> whenTrue, List<World> whenFalse) {
      this(whenTrue, whenFalse, null);
    }
  }

  /** Whether the value at hand was chosen among known objects. */
  boolean chosen;

  Conditions(BodyContext context) {
    super(context);
  }

  abstract void bindPattern(Tree pattern);

  /** Evaluates a condition; nothing is left at the current point. */
  Outcomes condition(ExpressionTree expression) {
    ExpressionTree plain = Env.plain(expression);
    step();
    switch (plain.getKind()) {
      case LOGICAL_COMPLEMENT:
        return opposite(condition(((UnaryTree) plain).getExpression()));
      case CONDITIONAL_AND:
        return inSequence((BinaryTree) plain, UnaryOperator.identity());
      case CONDITIONAL_OR:
        return opposite(inSequence((BinaryTree) plain, this::opposite));
      case AND:
      case OR:
        BinaryTree binary = (BinaryTree) plain;
        return both(
            binary.getLeftOperand(),
            binary.getRightOperand(),
            plain.getKind() == Tree.Kind.AND,
            plain);
      case CONDITIONAL_EXPRESSION:
        return chosen((ConditionalExpressionTree) plain);
      case INSTANCE_OF:
        return instanceOf((InstanceOfTree) plain);
      default:
        eval(plain);
        accesses.useRacy();
        List<World> all = st;
        st = new ArrayList<>();
        Outcomes outcomes = outcomes(all);
        return new Outcomes(
            merge.normalise(sized(outcomes.whenTrue, plain, true), plain),
            merge.normalise(sized(outcomes.whenFalse, plain, false), plain),
            outcomes.value);
    }
  }

  /** The worlds with what that outcome of a test says of how many elements there are. */
  abstract List<World> sized(List<World> worlds, ExpressionTree test, boolean outcome);

  /** The worlds in which the value at hand is true, and those in which it is false. */
  Outcomes outcomes(List<World> worlds) {
    return new Outcomes(assume(worlds, When.TRUE), assume(worlds, When.FALSE), commonValue(worlds));
  }

  /** The value that all have at hand, or null. */
  private static Path commonValue(List<World> worlds) {
    Path value = worlds.isEmpty() ? null : worlds.get(0).val;
    for (World world : worlds) {
      if (world.val != value) {
        return null;
      }
    }
    return value;
  }

  Outcomes opposite(Outcomes outcomes) {
    return new Outcomes(
        outcomes.whenFalse,
        outcomes.whenTrue,
        outcomes.value == null ? null : pool.not(outcomes.value));
  }

  /** The second operand is looked at only if the first holds. */
  private Outcomes inSequence(BinaryTree tree, UnaryOperator<Outcomes> side) {
    Outcomes left = side.apply(condition(tree.getLeftOperand()));
    st = left.whenTrue;
    Outcomes right = side.apply(condition(tree.getRightOperand()));
    st = new ArrayList<>();
    return inSequence(left, right, tree);
  }

  /** The same where both have been looked at. */
  Outcomes inSequence(Outcomes left, Outcomes right, Tree site) {
    return conjunction(
        right.whenTrue, List.of(left.whenFalse, right.whenFalse), left.value, right.value, site);
  }

  /** {@code &} and {@code |} of conditions: both sides are evaluated in any case. */
  Outcomes both(ExpressionTree first, ExpressionTree second, boolean conjunction, Tree tree) {
    return conjunction
        ? both(first, second, UnaryOperator.identity(), tree)
        : opposite(both(first, second, this::opposite, tree));
  }

  private Outcomes both(
      ExpressionTree first, ExpressionTree second, UnaryOperator<Outcomes> side, Tree tree) {
    Outcomes left = side.apply(condition(first));
    st = left.whenTrue;
    Outcomes afterTrue = side.apply(condition(second));
    st = left.whenFalse;
    Outcomes afterFalse = side.apply(condition(second));
    st = new ArrayList<>();
    return conjunction(
        afterTrue.whenTrue,
        List.of(afterTrue.whenFalse, afterFalse.whenTrue, afterFalse.whenFalse),
        left.value,
        afterTrue.value == afterFalse.value ? afterTrue.value : null,
        tree);
  }

  /**
   * Where one side is false or the other is one case, unless locks differ. That they are not both
   * true stays known of it, for a later test of the same.
   */
  private Outcomes conjunction(
      List<World> whenTrue, List<List<World>> whenFalse, Path left, Path right, Tree tree) {
    Path value = left == null || right == null ? null : pool.all(List.of(left, right));
    List<World> fails = List.of();
    for (List<World> worlds : toldApart(whenFalse)) {
      List<World> plain = valued(worlds, null);
      fails = merge.join(fails, value == null ? plain : assume(plain, value, When.FALSE), tree);
    }
    List<World> holds = value == null ? whenTrue : assume(whenTrue, value, When.TRUE);
    return new Outcomes(holds, fails, value);
  }

  /**
   * Keeps apart worlds of several tests that tell differently which object a local is, where locks
   * are named by that local and it is the same throughout.
   */
  abstract List<List<World>> toldApart(List<List<World>> worlds);

  private Outcomes chosen(ConditionalExpressionTree tree) {
    if (isConnective(tree)) {
      return connective(tree);
    }
    Outcomes chosen = condition(tree.getCondition());
    st = chosen.whenTrue;
    Outcomes first = condition(tree.getTrueExpression());
    st = chosen.whenFalse;
    Outcomes second = condition(tree.getFalseExpression());
    st = new ArrayList<>();
    return new Outcomes(
        merge.join(valued(first.whenTrue, null), valued(second.whenTrue, null), tree),
        merge.join(
            valued(first.whenFalse, null), valued(second.whenFalse, null), tree.getCondition()));
  }

  /** Whether a choice is {@code &&} or {@code ||} in other words: one of its results is known. */
  static boolean isConnective(ConditionalExpressionTree tree) {
    return truth(tree.getTrueExpression()) != null || truth(tree.getFalseExpression()) != null;
  }

  private Outcomes connective(ConditionalExpressionTree tree) {
    Outcomes chosen = condition(tree.getCondition());
    Boolean first = truth(tree.getTrueExpression());
    Boolean second = truth(tree.getFalseExpression());
    if (first != null && second != null && !first.equals(second)) {
      return first ? chosen : opposite(chosen);
    }
    Outcomes left = first == null ? chosen : opposite(chosen);
    UnaryOperator<Outcomes> side =
        (first == null ? second : first) ? this::opposite : UnaryOperator.identity();
    st = left.whenTrue;
    Outcomes right =
        side.apply(condition(first == null ? tree.getTrueExpression() : tree.getFalseExpression()));
    st = new ArrayList<>();
    return side.apply(inSequence(left, right, tree));
  }

  /** The constant that a condition is, or null. */
  private static Boolean truth(ExpressionTree condition) {
    return Env.plain(condition) instanceof LiteralTree literal
            && literal.getValue() instanceof Boolean value
        ? value
        : null;
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
    each(world -> world.withVal(typeTest(world.val, source, target, type)));
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

  /** The test whether a value of one type is of another, which goes by {@code name}. */
  Path typeTest(Path value, TypeMirror source, TypeMirror target, String name) {
    if (value == null) {
      return null;
    }
    return isSurely(value.type, target) || isSurely(source, target)
        ? pool.equal(pool.equal(value, pool.nullValue()), pool.constant(false))
        : pool.instanceOf(value, name);
  }

  /** Whether only null can fail the test. */
  boolean isSurely(TypeMirror type, TypeMirror target) {
    return type != null
        && target != null
        && env.types.isSubtype(env.types.erasure(type), env.types.erasure(target));
  }

  void booleanValue(Outcomes outcomes, ExpressionTree expression) {
    Path value = outcomes.value;
    boolean lasts = value != null && !isUnstable(value);
    List<World> whenTrue = valued(outcomes.whenTrue, lasts ? value : pool.constant(true));
    List<World> whenFalse = valued(outcomes.whenFalse, lasts ? value : pool.constant(false));
    st = merge.join(whenTrue, whenFalse, expression);
    fillUnknown(expression);
  }

  /** Copies with that value at hand. */
  static List<World> valued(List<World> worlds, Path value) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(value));
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
    List<World> all = new ArrayList<>(first);
    all.addAll(st);
    chosen = isChoiceOfObjects(all);
    st = chosen ? all : merge.join(first, st, tree);
    fillUnknown(tree);
  }

  static boolean isNull(Path value) {
    return value != null && value.kind == Path.Kind.NULL;
  }

  /**
   * Whether it is not the same known object on all paths, or one on some: which it is may matter
   * for every lock of theirs.
   */
  static boolean isChoiceOfObjects(List<World> worlds) {
    return worlds.stream().map(world -> world.val).distinct().count() > 1
        && worlds.stream().allMatch(world -> isKnownObject(world.val) || isNull(world.val))
        && worlds.stream().anyMatch(world -> isKnownObject(world.val));
  }

  static boolean isKnownObject(Path value) {
    if (value == null) {
      return false;
    }
    return switch (value.kind) {
      case PARAM, LOCAL, FIELD, INDEX, THIS, LAMBDA, READ_VIEW, WRITE_VIEW ->
          value.type == null || !value.type.getKind().isPrimitive();
      default -> isAnonymous(value);
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
